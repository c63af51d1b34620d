import { accessAsTeacher, accessRoom } from '@/lib/http/room-access';
import { otherMethods, route } from '@/lib/http/route';
import { requireTeacher } from '@/lib/rooms/room-store';

export const dynamic = 'force-dynamic';

interface Params {
  code: string;
  id: string;
}

/** A student with the code, for the teacher. */
export const GET = route<Params>(async (request, { params }) => {
  const { rooms, code } = await accessAsTeacher(request, params.code);
  return Response.json(await rooms.student(code, params.id));
});

/** The teacher removes a student, or a student leaves. */
export const DELETE = route<Params>(async (request, { params: { code: given, id } }) => {
  const { rooms, code, holder } = await accessRoom(request, given);
  const isOwn = holder.role === 'student' && holder.id === id;
  if (!isOwn) requireTeacher(holder);
  await rooms.remove(code, id);
  return new Response(null, { status: 204 });
});

export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE');
