/** What `--help` prints: for the command as a whole, and for each of its parts. */

export const HELP = `confluent-cloud-sdk: a typed client from any OpenAPI document of Confluent Cloud

  generate   make a module of documents, for createClient({ api })
  diff       say what changed between two documents, and whether it breaks callers
  lint       find what is wrong with a document

  confluent-cloud-sdk <part> --help   says more about one of them
  confluent-cloud-sdk --version       prints the version
`;

export const HELP_GENERATE = `confluent-cloud-sdk generate <document or folder>... --out DIR

Makes a module of OpenAPI documents (YAML or JSON). What a document gets wrong is fixed on the way, and told.
Of a folder, all that it holds are taken; other YAML and JSON in it is left out, and told as well.

  --out DIR        the folder to write to; it must hold nothing else
  --overlay FILE   corrections to the document (OpenAPI Overlay 1.0);
                   without it, service.overlay.yaml beside service.yaml is one
  --check          write nothing; fail, with a diff, when DIR is not what the documents give
  --watch          generate again whenever a document changes, until Ctrl-C

  import { createClient } from "confluent-cloud-sdk";
  import { api } from "../command/DIR/index.js";
  const confluent = createClient({ api });

Exit code: 0 done, or up to date; 1 not up to date (--check); 2 the documents cannot be used.
`;

export const HELP_DIFF = `confluent-cloud-sdk diff OLD NEW [--format text|markdown|json]

Says what changed between two documents, what each change means to callers, and the version that it asks for:
major when it breaks them, minor when it adds something, patch when it does neither.

Exit code: 0 nothing breaks, 1 something does, 2 the documents cannot be compared.
`;

export const HELP_LINT = `confluent-cloud-sdk lint <document>...

Finds what is wrong with documents, with Redocly's recommended rules; a redocly.yaml of yours is heeded.

Exit code: 0 nothing is wrong, 1 something is, 2 a document cannot be read.
`;
