import { useEffect, useState } from 'react';
import { readStudent } from '@/lib/rooms/client/room-api';
import type { StudentCode } from '@/lib/rooms/contract';
import { useWall } from './wall-context';

/** What a student has written, as it is now; undefined while it is fetched for the first time. */
export function useStudentCode(id: string, codeVersion: number): StudentCode[] | undefined {
  const { key } = useWall();
  const [known, setKnown] = useState<{ id: string; code: StudentCode[] }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each version it is another code
  useEffect(() => {
    let isOld = false;
    readStudent(key, id)
      .then(({ code }) => {
        if (!isOld) setKnown({ id, code });
      })
      // It has gone, or the connection has: the wall says so.
      .catch(() => {});
    return () => {
      isOld = true;
    };
  }, [key, id, codeVersion]);
  return known?.id === id ? known.code : undefined;
}
