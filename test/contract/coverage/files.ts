/** What the run of the tests writes. */
export const FOLDER = "coverage/contract";
/** What each file of tests has covered, for the report at the end. */
export const HITS = `${FOLDER}/hits`;
/** The numbers that may not fall. */
export const RATCHET = "test/contract/coverage/ratchet.json";
/** The files of tests that together cover what can be covered; with fewer, the numbers say nothing. */
export const NEEDED = ["requests", "statuses", "pages", "limits"];
