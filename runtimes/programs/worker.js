import * as sdk from "confluent-cloud-sdk";
import { scenario } from "./scenario.js";

export default {
  async fetch(request) {
    const baseUrl = new URL(request.url).searchParams.get("server");
    return Response.json(await scenario(sdk, baseUrl));
  },
};
