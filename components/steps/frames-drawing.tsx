'use client';

import '@xyflow/react/dist/base.css';
import {
  BaseEdge,
  type Edge,
  type EdgeProps,
  getBezierPath,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import type { Drawing, DrawnArrow, DrawnNode } from '@/lib/steps/layout';
import { DrawnBox } from './drawn-box';

type BoxNode = Node<{ drawn: DrawnNode }, 'box'>;
type ArrowEdge = Edge<{ arrow: DrawnArrow }, 'arrow'>;

/** Boxes and arrows, drawn by React Flow; where they stand is ours (lib/steps/layout.ts). */
export function FramesDrawing({ drawing }: { drawing: Drawing }) {
  return (
    <ReactFlowProvider>
      <Flow drawing={drawing} />
    </ReactFlowProvider>
  );
}

const NODE_TYPES = { box: BoxOfFlow };
const EDGE_TYPES = { arrow: ArrowOfFlow };
const MARGIN = 14;
const ZOOM = { least: 0.3, most: 1.6 };

function Flow({ drawing }: { drawing: Drawing }) {
  const words = useMessages().steps.drawing;
  const place = useRef<HTMLDivElement>(null);
  const flow = useReactFlow<BoxNode, ArrowEdge>();
  const nodes = useMemo(() => drawing.nodes.map(nodeOf), [drawing]);
  const edges = useMemo(() => drawing.arrows.map(edgeOf), [drawing]);

  useEffect(() => {
    if (place.current) showTop(flow, place.current, drawing);
  }, [flow, drawing]);

  return (
    <>
      {/* A list beside it says the same (steps-memory.tsx). */}
      <div ref={place} className="steps-drawing" aria-hidden="true" translate="no">
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          defaultViewport={{ x: MARGIN, y: MARGIN, zoom: 1 }}
          minZoom={ZOOM.least}
          maxZoom={ZOOM.most}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          panOnScroll
          zoomOnDoubleClick={false}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          zoomActivationKeyCode={null}
          proOptions={{ hideAttribution: true }}
        />
      </div>
      <div className="steps-zoom">
        <IconButton label={words.zoomOut} onClick={() => void flow.zoomOut()}>
          <ZoomOut className="size-4" aria-hidden="true" />
        </IconButton>
        <IconButton label={words.zoomIn} onClick={() => void flow.zoomIn()}>
          <ZoomIn className="size-4" aria-hidden="true" />
        </IconButton>
        <IconButton
          label={words.fit}
          onClick={() => void flow.fitView({ padding: 0.06, maxZoom: 1 })}
        >
          <Maximize className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
    </>
  );
}

/** Moves the drawing only where the innermost frame would be out of sight, and by no more than that needs. */
function showTop(
  flow: ReturnType<typeof useReactFlow<BoxNode, ArrowEdge>>,
  place: HTMLElement,
  { nodes }: Drawing,
): void {
  const top = nodes.find(({ isTop }) => isTop);
  if (top === undefined || place.clientHeight === 0) return;
  const { x, y, zoom } = flow.getViewport();
  const shift = (from: number, size: number, offset: number, room: number) => {
    const begin = from * zoom + offset;
    const end = begin + size * zoom;
    if (begin < MARGIN || size * zoom > room - 2 * MARGIN) return offset + MARGIN - begin;
    return end > room - MARGIN ? offset - (end - room + MARGIN) : offset;
  };
  const moved = {
    x: shift(top.x, top.width, x, place.clientWidth),
    y: shift(top.y, top.height, y, place.clientHeight),
  };
  if (moved.x !== x || moved.y !== y) void flow.setViewport({ ...moved, zoom });
}

function nodeOf(drawn: DrawnNode): BoxNode {
  const { id, x, y, width, height } = drawn;
  return { id, type: 'box', position: { x, y }, width, height, data: { drawn } };
}

function edgeOf(arrow: DrawnArrow): ArrowEdge {
  return {
    id: arrow.id,
    type: 'arrow',
    source: arrow.from,
    target: arrow.to,
    // Over the boxes: it begins within one.
    zIndex: 1,
    data: { arrow },
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--accent)' },
  };
}

function BoxOfFlow({ data }: NodeProps<BoxNode>) {
  return (
    <>
      <DrawnBox drawn={data.drawn} />
      {/* Arrows begin and end where the layout says; these two only tell that they may. */}
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  );
}

function ArrowOfFlow({ data, markerEnd }: EdgeProps<ArrowEdge>) {
  if (!data) return null;
  const { start, end } = data.arrow;
  const [path] = getBezierPath({
    sourceX: start.x,
    sourceY: start.y,
    sourcePosition: Position.Right,
    targetX: end.x,
    targetY: end.y,
    targetPosition: Position.Left,
  });
  return (
    <>
      <BaseEdge path={path} {...(markerEnd === undefined ? {} : { markerEnd })} />
      <circle cx={start.x} cy={start.y} r={4} className="steps-dot" />
    </>
  );
}
