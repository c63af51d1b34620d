/** Shares programs for tests of their pages, as an author by the API. */
import type { SnippetCreated } from '../lib/snippets/contract';
import { ApiClient } from './api-client';

export class SnippetAuthor {
  readonly client: ApiClient;

  private constructor(client: ApiClient) {
    this.client = client;
  }

  static async at(baseURL: string | undefined): Promise<SnippetAuthor> {
    return new SnippetAuthor(await ApiClient.withSession(baseURL ?? ''));
  }

  /** Python with the output of a run, where `body` does not say otherwise. */
  async share(body: object): Promise<SnippetCreated> {
    const response = await this.client.post('/api/snippets', {
      ...{ language: 'python', timeoutS: 10, receipt: 'run' },
      ...body,
    });
    const answer = await response.json();
    if (response.status !== 201) throw new Error(JSON.stringify(answer));
    return answer;
  }

  async revise({ id, secret }: SnippetCreated, body: object): Promise<void> {
    const response = await this.client.request(`/api/snippets/${id}`, {
      method: 'PUT',
      headers: { ...bearer(secret), 'Content-Type': 'application/json' },
      body: JSON.stringify({ language: 'python', timeoutS: 10, ...body }),
    });
    if (response.status !== 201) throw new Error(await response.text());
  }

  async remove({ id, secret }: SnippetCreated): Promise<void> {
    const headers = bearer(secret);
    const response = await this.client.request(`/api/snippets/${id}`, {
      method: 'DELETE',
      headers,
    });
    if (response.status !== 204) throw new Error(await response.text());
  }
}

const bearer = (secret: string) => ({ Authorization: `Bearer ${secret}` });
