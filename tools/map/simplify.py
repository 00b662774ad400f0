"""Draws src/portal/map-jabar.tsv from a GeoJSON of the 27 regencies and cities.

    python3 tools/map/simplify.py jawa-barat-27.geojson > src/portal/map-jabar.tsv

Borders are cut into arcs at the points where three areas meet, and each arc is simplified once
(Visvalingam: the point that spans the smallest triangle goes first), so that neighbours keep the same
border. Coordinates are plate carree around 6.9 degrees south, scaled to a width of 500 units.
"""
import json
import math
import sys

WIDTH = 500
MIN_AREA = 8  # square units; a map shown 700 px wide loses nothing that the eye sees
MIN_ISLAND = 10
MARGIN = 3


def rings_of(geometry):
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield from polygon


def area_of(ring):
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, ring[1:]))) / 2


def simplified(arc):
    arc = list(arc)
    closed = arc[0] == arc[-1]
    while len(arc) > (5 if closed else 2):
        areas = [
            abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
            for a, b, c in zip(arc, arc[1:], arc[2:])
        ]
        smallest = min(range(len(areas)), key=areas.__getitem__)
        if areas[smallest] >= MIN_AREA:
            break
        del arc[smallest + 1]
    return arc


def main():
    features = json.load(open(sys.argv[1], encoding="utf-8"))["features"]
    everything = [point for feature in features for ring in rings_of(feature["geometry"]) for point in ring]
    west, east = min(p[0] for p in everything), max(p[0] for p in everything)
    south, north = min(p[1] for p in everything), max(p[1] for p in everything)
    squeeze = math.cos(math.radians(6.9))
    scale = (WIDTH - 2 * MARGIN) / ((east - west) * squeeze)

    def project(point):
        x = round(MARGIN + (point[0] - west) * squeeze * scale)
        y = round(MARGIN + (north - point[1]) * scale)
        return x, y

    areas = {}
    for feature in features:
        rings = []
        for ring in rings_of(feature["geometry"]):
            points = [project(p) for p in ring]
            tidy = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
            if len(tidy) >= 4:
                rings.append(tidy)
        areas[feature["id"]] = (feature["properties"]["nama"], rings)

    neighbours = {}
    for _, rings in areas.values():
        for ring in rings:
            for a, b in zip(ring, ring[1:]):
                neighbours.setdefault(a, set()).add(b)
                neighbours.setdefault(b, set()).add(a)
    nodes = {point for point, others in neighbours.items() if len(others) != 2}

    done = {}

    def shared(arc):
        key = tuple(arc) if arc[0] <= arc[-1] else tuple(reversed(arc))
        if key not in done:
            done[key] = simplified(key)
        result = done[key]
        return result if arc[0] <= arc[-1] else list(reversed(result))

    height = round(2 * MARGIN + (north - south) * scale)
    print("# code\tpath: outlines of the 27 regencies and cities of West Java, drawn by tools/map/simplify.py.")
    print("# From cahyadsn/wilayah_boundaries, MIT, (c) Cahya DSN. See docs/SOURCES.md.")
    # How degrees become units, so that a cooperative can be put on the map.
    print(f"view\t{WIDTH} {height} {west:.5f} {north:.5f} {squeeze * scale:.4f} {scale:.4f} {MARGIN}")
    total = 0
    for code, (name, rings) in sorted(areas.items()):
        path = []
        for ring in rings:
            ring = ring[:-1]
            starts = [i for i, p in enumerate(ring) if p in nodes]
            if starts:
                ring = ring[starts[0]:] + ring[: starts[0]]
            ring.append(ring[0])
            outline, arc = [ring[0]], [ring[0]]
            for index, point in enumerate(ring[1:], start=1):
                arc.append(point)
                if point in nodes or index == len(ring) - 1:
                    outline += shared(arc)[1:]
                    arc = [point]
            if len(outline) < 4 or area_of(outline) < MIN_ISLAND:
                continue
            total += len(outline)
            text = f"M{outline[0][0]} {outline[0][1]}l"
            steps = []
            for (ax, ay), (bx, by) in zip(outline, outline[1:-1]):
                steps.append(f"{bx - ax} {by - ay}")
            path.append(text + " ".join(steps).replace(" -", "-") + "z")
        print(f"{code}\t{''.join(path)}")
    print(f"{total} points", file=sys.stderr)


if __name__ == "__main__":
    main()
