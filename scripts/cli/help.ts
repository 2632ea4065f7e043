/** What `--help` prints: for the command as a whole, and for each of its parts. */

export const HELP = `confluent-cloud-sdk: a typed client from any OpenAPI document of Confluent Cloud

  generate   make a module of documents, for createClient({ api })
  diff       say what changed between two documents, and whether it breaks clients
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

export const HELP_DIFF = `confluent-cloud-sdk diff OLD NEW [--format text|markdown|json] [--current VERSION]

Says what changed between two documents, or between the documents of two folders, and what each change means to a
client of the API: major when it breaks one, minor when it adds or allows something, patch when it does neither.
Documents are compared by what they mean: how they are written makes no difference.

  --format FORMAT    text; markdown, for a comment on a pull request; or json, for a program
  --current VERSION  the version that there is, such as 1.4.2: the one that must follow is told;
                     without it, that of the old documents counts, where it is such a version

service.overlay.yaml beside service.yaml is applied first, as generate does.

Exit code: 0 nothing breaks, 1 something does, 2 the documents cannot be compared.
`;

export const HELP_LINT = `confluent-cloud-sdk lint <document>...

Finds what is wrong with documents, with Redocly's recommended rules; a redocly.yaml of yours is heeded.

Exit code: 0 nothing is wrong, 1 something is, 2 a document cannot be read.
`;
