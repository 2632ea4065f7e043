const sdk = require("confluent-cloud-sdk");
const { scenario } = require("./scenario.js");

scenario(sdk, process.argv[2]).then((seen) => console.log(JSON.stringify(seen)));
