/** An upload that tells how far it is, which `fetch` does not. */
import { OFFLINE, ProblemError, problemOfResponse } from './problem';

/** Rejects with a ProblemError. `onProgress` is given the share that has been sent, up to 1. */
export function upload(
  url: string,
  content: Blob,
  onProgress: (share: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1);
    request.onerror = () => reject(new ProblemError(OFFLINE));
    request.onload = () => {
      const { status, responseText } = request;
      if (status >= 200 && status < 300) {
        resolve();
        return;
      }
      const response = new Response(responseText, { status });
      void problemOfResponse(response).then((problem) => reject(new ProblemError(problem)));
    };
    request.send(content);
  });
}
