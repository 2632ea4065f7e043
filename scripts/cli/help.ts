/** The texts of `--help`: for the program as a whole, and for each of its commands. */

export function helpOf(commands: ReadonlyMap<string, { readonly summary: string }>): string {
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return `confluent-cloud-sdk: a typed client from any OpenAPI document of Confluent Cloud

${lines.join("\n")}

  confluent-cloud-sdk help COMMAND, or confluent-cloud-sdk COMMAND --help
  confluent-cloud-sdk --version
`;
}

export const HELP_GENERATE = `confluent-cloud-sdk generate DOCUMENT... --out DIR

Writes a TypeScript module from OpenAPI documents (YAML or JSON). Fixes problems in the documents and counts the fixes;
where a document may mean something else than what was made of it, it warns.

  DOCUMENT             a file, a folder (all its documents), a glob in quotes, or - for standard input

  -o, --out DIR        the folder to write to; it must not hold other files
      --overlay FILE   corrections to the document (OpenAPI Overlay 1.0);
                       default: service.overlay.yaml beside service.yaml, if there is one
      --check          write nothing; fail if DIR is out of date, and show how
      --watch          generate again after each change to a document, until Ctrl-C
      --verbose        print each fix and each file
      --format FORMAT  text; json, one object on standard output; or github, annotations for GitHub Actions

  import { createClient } from "confluent-cloud-sdk";
  import { api } from "./DIR/index.js";
  const confluent = createClient({ api });

Exit code: 0 done, or up to date; 1 out of date (--check); 2 wrong usage, or a document cannot be used.
`;

export const HELP_DIFF = `confluent-cloud-sdk diff OLD NEW [--format FORMAT] [--current VERSION]

Shows what changed between two documents, or between the documents of two folders, and what each change means to a
client of the API: major if it breaks clients, minor if it adds or allows something, patch otherwise. Documents are
compared by what they mean: how they are written makes no difference. One of the two may be - for standard input.

      --format FORMAT    text; markdown, for a comment on a pull request; json, for a program; or github, annotations
                         for GitHub Actions
      --current VERSION  the current version, such as 1.4.2, from which the next one is worked out;
                         default: the version of the old documents, if it has this form

service.overlay.yaml beside service.yaml is applied first, as generate does.

Exit code: 0 no change breaks callers; 1 a change does; 2 wrong usage, or the documents cannot be compared.
`;

export const HELP_CONTRACT = `confluent-cloud-sdk contract [DOCUMENT...] [options]

Holds the responses of the service against documents: statuses, headers, media types, bodies, pages. Reads the service
with the Cloud API key in CONFLUENT_CLOUD_API_KEY and CONFLUENT_CLOUD_API_SECRET, by GET alone: lists, then one of the
things that they list. Changes nothing. The report shows no ids, names, hosts or values of yours.

  DOCUMENT                 a file, a folder (all its documents), a glob in quotes, or - for standard input;
                           default: the documents of this package

      --service NAME       of the documents of this package only this one, such as pim-v1; may be repeated
      --base-url URL       where all requests go; default: where the documents say
      --har FILE           read a recording of a browser or a proxy (HTTP Archive) instead of the service; not with
                           --param, --max-requests or --no-auth, which are for calls
      --param NAME=VALUE   a value for a parameter of paths, queries or headers, such as environment=env-00000; may be
                           repeated; default: what the service says of itself, and nothing for what is optional
      --max-requests N     send no more requests than this; default: 500
      --no-auth            send no credentials
      --fail-on LEVEL      fail on an error, a warning, or a notice, and on what is graver; default: error
      --format FORMAT      text; markdown; json, for a program; junit, XML; or github, annotations for GitHub Actions

Exit code: 0 no drift of that level; 1 such a drift; 2 wrong usage, nothing to check, or no response to some requests.
`;

export const HELP_LINT = `confluent-cloud-sdk lint DOCUMENT... [--config FILE] [--format FORMAT]

Checks documents with Redocly's recommended rules. Takes what generate takes: files, folders, globs, fragments, overlays
beside documents, and - for standard input.

      --config FILE    a configuration of Redocly instead, such as redocly.yaml; it may load plugins, which are programs
      --format FORMAT  text; json, one object on standard output; or github, annotations for GitHub Actions

It loads nothing else: no configuration of the current folder, and no other document, from disk or network.

Exit code: 0 no errors; 1 errors; 2 wrong usage, or a document cannot be read.
`;

export const HELP_MOCK = `confluent-cloud-sdk mock [DOCUMENT...] [--port N] [--fake] [--cors]

Serves the API on 127.0.0.1 until Ctrl-C, for clients in any language. It responds with the examples of the documents,
and checks every request against them; any credentials will do. Lists end.

  DOCUMENT       a file, a folder (all its documents), a glob in quotes, or - for standard input;
                 default: the documents of Confluent Cloud in this package

      --port N   the port; 0 takes a free one; default: 4010
      --fake     keep what is created: it can be listed, read, updated and deleted
      --cors     let pages of other origins call it from a browser

service.overlay.yaml beside service.yaml is applied first, as generate does. Nothing else is loaded, from disk or net.

Exit code: 0 stopped; 1 Prism ended by itself; 2 wrong usage, or a document cannot be served.
`;
