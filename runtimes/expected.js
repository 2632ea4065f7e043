const ids = ["cspi-1", "cspi-2", "cspi-3", "cspi-4", "cspi-5"];

/** A read is followed within the base URL; nothing is sent to another origin. */
const redirects = {
  moved: "cspi-1",
  elsewhere: { name: "ApiError", status: 302, isClear: true },
  writeElsewhere: { name: "ApiError", status: 308, maybeApplied: true, isClear: true },
};
const unseenRedirects = {
  moved: { name: "ConnectionError", status: 0, isClear: true },
  elsewhere: { name: "ConnectionError", status: 0, isClear: true },
  writeElsewhere: { name: "ConnectionError", status: 0, maybeApplied: true, isClear: true },
};

/**
 * What scenario.js sees. All runtimes are alike, but that one without files has no `tokenFile`, and that a browser does not
 * show where a redirect leads.
 */
export const expected = ({ hasFiles, showsRedirects = true }) => ({
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
  redirects: showsRedirects ? redirects : unseenRedirects,
  withToken: [ids, ids],
  withTokenFile: hasFiles ? ids : "ConfigurationError",
  noCredentials: { name: "ConfigurationError", isClear: true },
});
