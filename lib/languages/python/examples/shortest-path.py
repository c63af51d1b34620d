# Dijkstra's algorithm: the shortest way through a network.
# A heap always hands out the place that is nearest so far.
import heapq

ROADS = {
    "Harbour": {"Market": 4, "Lighthouse": 7},
    "Market": {"Harbour": 4, "School": 3, "Station": 9},
    "Lighthouse": {"Harbour": 7, "Station": 3},
    "School": {"Market": 3, "Station": 2},
    "Station": {"Market": 9, "Lighthouse": 3, "School": 2},
}


def shortest_path(roads, start, goal):
    # Each entry: length so far, the place, and how we got there.
    heap = [(0, start, [start])]
    visited = set()
    while heap:
        length, place, path = heapq.heappop(heap)
        if place == goal:
            return length, path
        if place in visited:
            continue
        visited.add(place)
        for neighbour, distance in roads[place].items():
            if neighbour not in visited:
                entry = (length + distance, neighbour, [*path, neighbour])
                heapq.heappush(heap, entry)
    return None  # No road leads there.


for goal in ("School", "Station"):
    length, path = shortest_path(ROADS, "Harbour", goal)
    print(f"{length} km: {' -> '.join(path)}")
