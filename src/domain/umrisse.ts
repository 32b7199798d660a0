import { z } from 'zod';

const punkt = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.number());
/** The outline of an area, then those of its holes. */
const polygon = z.array(z.array(punkt).min(4));

/** `karte/*.geojson`: outlines of the municipalities, a GeoJSON FeatureCollection (RFC 7946) of areas. */
export const umrisseSchema = z.object({
  features: z.array(
    z.object({
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
      ]),
    }),
  ),
});

export type Umrisse = z.output<typeof umrisseSchema>;
