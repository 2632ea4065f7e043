/** The texts of `--help`: for the command as a whole, and for each of its subcommands. */

export const HELP = `confluent-cloud-sdk: a typed client from any OpenAPI document of Confluent Cloud

  generate   write a TypeScript module from documents, for createClient({ api })
  diff       show what changed between two documents, and whether it breaks clients
  lint       check a document

  confluent-cloud-sdk <command> --help   help for a command
  confluent-cloud-sdk --version          the version
`;

export const HELP_GENERATE = `confluent-cloud-sdk generate <document or folder>... --out DIR

Writes a TypeScript module from OpenAPI documents (YAML or JSON). Fixes and reports problems in the documents.
From a folder it takes all documents, and reports the YAML and JSON files that it skips.

  --out DIR        the folder to write to; it must not hold other files
  --overlay FILE   corrections to the document (OpenAPI Overlay 1.0);
                   default: service.overlay.yaml beside service.yaml, if there is one
  --check          write nothing; print a diff and fail if DIR is out of date
  --watch          generate again after each change to a document, until Ctrl-C

  import { createClient } from "confluent-cloud-sdk";
  import { api } from "./DIR/index.js";
  const confluent = createClient({ api });

Exit code: 0 done, or up to date; 1 out of date (--check); 2 a document cannot be used.
`;

export const HELP_DIFF = `confluent-cloud-sdk diff OLD NEW [--format text|markdown|json] [--current VERSION]

Shows what changed between two documents, or between the documents of two folders, and what each change means to a
client of the API: major if it breaks clients, minor if it adds or allows something, patch otherwise. Documents are
compared by what they mean: how they are written makes no difference.

  --format FORMAT    text; markdown, for a comment on a pull request; or json, for a program
  --current VERSION  the current version, such as 1.4.2, from which the next one is worked out;
                     default: the version of the old documents, if it has this form

service.overlay.yaml beside service.yaml is applied first, as generate does.

Exit code: 0 no change breaks callers; 1 a change does; 2 the documents cannot be compared.
`;

export const HELP_LINT = `confluent-cloud-sdk lint <document>...

Checks documents with Redocly's recommended rules, or with those of redocly.yaml in the current folder.

Exit code: 0 no problems; 1 problems; 2 a document cannot be read.
`;
