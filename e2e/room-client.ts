/** Rooms for tests, opened and joined by the API. */
import type { Joined, RoomOpened, RoomReport } from '../lib/rooms/contract';
import type { ApiClient } from './api-client';
import { SnippetAuthor } from './snippet-author';

export const CLASS_DEMO = `# Greetings

\`\`\`python run
name = "Ada"
print("Hello", name)
\`\`\`

## Sums

\`\`\`python run
total = 1 + 2
print(total)
\`\`\`
`;

/** To stand below it. */
export const CLASS_EXERCISE = `
## Doubles

Write a function that doubles a number.

\`\`\`python exercise=double
def double(n):
    ...
\`\`\`

\`\`\`text cases=double
double(21) => 42
\`\`\`
`;

export const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

export class RoomClient {
  readonly client: ApiClient;
  readonly room: RoomOpened;

  private constructor(client: ApiClient, room: RoomOpened) {
    this.client = client;
    this.room = room;
  }

  static async open(baseURL = '', markdown = CLASS_DEMO): Promise<RoomClient> {
    const { client } = await SnippetAuthor.at(baseURL);
    const shared = await client.post('/api/snippets', { markdown });
    const { id } = await shared.json();
    const opened = await client.post('/api/rooms', { demo: `d/${id}` });
    const room = await opened.json();
    if (opened.status !== 201) throw new Error(JSON.stringify(room));
    return new RoomClient(client, room);
  }

  get path(): string {
    return `/api/rooms/${this.room.code}`;
  }

  async join(nickname: string): Promise<Joined> {
    const response = await this.client.post(`${this.path}/people`, { nickname });
    const joined = await response.json();
    if (response.status !== 201) throw new Error(JSON.stringify(joined));
    return joined;
  }

  async report({ token }: Joined, report: RoomReport): Promise<void> {
    const response = await this.client.post(`${this.path}/report`, report, bearer(token));
    if (response.status !== 204) throw new Error(await response.text());
  }

  /** What a stream tells until one of these events has come. */
  async listen(key: string, until: string): Promise<string> {
    const abort = new AbortController();
    const response = await this.client.request(`${this.path}/stream`, {
      headers: bearer(key),
      signal: abort.signal,
    });
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes(`event: ${until}\n`)) break;
    }
    abort.abort();
    return text;
  }
}
