import * as sdk from "confluent-cloud-sdk";
import { scenario } from "./scenario.js";

/** Called by the test, in the page. */
globalThis.run = (baseUrl) => scenario(sdk, baseUrl);
