const ids = ["cspi-1", "cspi-2", "cspi-3", "cspi-4", "cspi-5"];

/** What scenario.js sees. A runtime without files has no `tokenFile`; otherwise all runtimes are alike. */
export const expected = ({ hasFiles }) => ({
  pages: [["cspi-1", "cspi-2"], ["cspi-3", "cspi-4"], ["cspi-5"]],
  paginated: ids,
  created: "made here: ü → 🙂",
  isSame: true,
  deleted: true,
  missing: {
    isNotFound: true,
    name: "NotFoundError",
    status: 404,
    detail: "there is no cspi-6",
    requestId: "request-1",
    operation: "getPimV1Integration",
  },
  onPath: { status: 404, data: null, detail: "there is no cspi-6" },
  busy: { id: "cspi-busy", retries: [429] },
  aborted: true,
  timedOut: true,
  withToken: [ids, ids],
  withTokenFile: hasFiles ? ids : "ConfigurationError",
  noCredentials: { name: "ConfigurationError", isClear: true },
});
