/** The parameters of one call, from its form and its query. */
import 'server-only';
import { shown } from '@/lib/agentbay/shown';
import { Refusal, wrongParameter } from './refusal';

export class Parameters {
  readonly #query: URLSearchParams;
  readonly #form: URLSearchParams;

  constructor(query: URLSearchParams, form: URLSearchParams) {
    this.#query = query;
    this.#form = form;
  }

  /** The form's value, else the query's; undefined where there is none or it is empty. */
  text(name: string): string | undefined {
    return this.#form.get(name) || this.#query.get(name) || undefined;
  }

  /** Of the form alone: addresses are written to logs. */
  secret(name: string): string | undefined {
    return this.#form.get(name) || undefined;
  }

  /** Throws InvalidParameter where it is absent. */
  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw wrongParameter(name, 'a value', 'nothing');
    return value;
  }

  /** A JSON object; undefined where it is absent. */
  object(name: string): Record<string, unknown> | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = parse(name, text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw wrongParameter(name, 'a JSON object', shown(value));
    }
    return value as Record<string, unknown>;
  }

  /** A whole number within the limits, both included. */
  whole(name: string, { min, max, absent }: { min: number; max: number; absent: number }): number {
    const text = this.text(name);
    if (text === undefined) return absent;
    const value = Number(text);
    if (!/^\d{1,9}$/.test(text) || value < min || value > max) {
      throw wrongParameter(name, `a whole number from ${min} to ${max}`, shown(text));
    }
    return value;
  }
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message;
    throw new Refusal('InvalidParameter', `${name}: not valid JSON: ${reason}.`, { field: name });
  }
}
