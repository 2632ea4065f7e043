import * as sdk from "confluent-cloud-sdk";
import { scenario } from "./scenario.js";

console.log(JSON.stringify(await scenario(sdk, process.argv[2])));
