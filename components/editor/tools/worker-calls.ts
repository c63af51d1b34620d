/** Calls from the page into a worker, each answered once. */

/** What a worker can be asked. Arguments and answers are cloned on their way. */
export type Methods = Record<string, (...args: never[]) => unknown>;

interface Call {
  id: number;
  method: string;
  args: unknown[];
}

type Answer = { id: number; value: unknown } | { id: number; error: string };

export interface WorkerClient<M extends Methods> {
  /** Starts the worker where it does not run. Rejects where the method throws or the worker cannot be had. */
  call<Name extends keyof M & string>(
    method: Name,
    ...args: Parameters<M[Name]>
  ): Promise<Awaited<ReturnType<M[Name]>>>;
}

/** In the worker: answers all calls by these methods. */
export function answerCalls(methods: Methods): void {
  self.onmessage = async ({ data }: MessageEvent<Call>) => {
    const { id, method, args } = data;
    try {
      answer({ id, value: await methods[method]?.(...(args as never[])) });
    } catch (error) {
      answer({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
}

const answer = (message: Answer) => self.postMessage(message);

/** In the page: the worker that `start` gives, from the first call on. A worker that broke is started anew. */
export function workerClient<M extends Methods>(start: () => Worker): WorkerClient<M> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let worker: Worker | undefined;
  let lastId = 0;

  const connect = (): Worker => {
    const own = start();
    own.onmessage = ({ data }: MessageEvent<Answer>) => {
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if ('error' in data) call?.reject(new Error(data.error));
      else call?.resolve(data.value);
    };
    own.onerror = () => {
      own.terminate();
      worker = undefined;
      for (const call of waiting.values()) call.reject(new Error('worker failed'));
      waiting.clear();
    };
    return own;
  };

  return {
    call(method, ...args) {
      const call = Promise.withResolvers<unknown>();
      try {
        worker ??= connect();
        lastId += 1;
        waiting.set(lastId, call);
        worker.postMessage({ id: lastId, method, args } satisfies Call);
      } catch (error) {
        call.reject(error);
      }
      return call.promise as ReturnType<WorkerClient<M>['call']>;
    },
  } as WorkerClient<M>;
}
