/* A disc of light, its glow and the ring of the session. Everything is opaque: the ground is part of
   the picture, so that the dither below acts on what is really shown.

   A renderer on the processor fetches a uniform anew for every eight pixels, which takes as long as a dozen
   sums: there are as few as can be. What does not change while the circle breathes is a constant, written
   before this by circleHead: GROUND, HEART, BODY, FAR, FARTHER, LINE (colours), RADIUS_0, RADIUS_1, BRIGHT_0
   and BRIGHT_1 (at fullness 0 and 1), RING (its radius, as a part of half the side). All lengths are pixels. */
uniform vec2 frame;
uniform vec4 bounds;
uniform float full;     /* fullness, 0..1 */
uniform float drift;    /* 0..1, from FAR to FARTHER */
uniform float ringEnd;  /* where its filled part ends, as ringEnd in circle.go has it */
uniform float ringShow; /* 0..1 */

void main() {
    float half_ = 0.5 * (bounds.z - bounds.x);
    vec2 p = vec2(gl_FragCoord.x - bounds.x - half_, frame.y - bounds.y - half_ - gl_FragCoord.y);
    float d = length(p);
    float radius = RADIUS_0 + (RADIUS_1 - RADIUS_0) * full;
    float bright = BRIGHT_0 + (BRIGHT_1 - BRIGHT_0) * full;

    float t = d / (radius * half_);
    float inside = clamp((1.07 - t) * (1.0 / 0.33), 0.0, 1.0);
    inside = inside * inside * (3.0 - 2.0 * inside) * (0.45 + 0.52 * bright);
    float outward = clamp((1.10 - t) * (1.0 / 0.80), 0.0, 1.0);
    outward = outward * outward * (3.0 - 2.0 * outward);
    /* The light gathers as it grows, and its heart warms with it: a warm heart that is dim is grey. */
    float core = 1.0 + t * t * (1.1 + 1.5 * full);
    core = bright * bright / (core * core);

    /* The glow leans on the disc's edge and is gone at the rectangle's. */
    float rim = clamp((half_ - d) / (half_ - 0.80 * (radius * half_)), 0.0, 1.0);
    float glow = rim * rim * rim * ((0.34 + 0.28 * full) * bright);

    /* How much of each colour there is. What is left of 1 is ground. */
    float heart = core * inside;
    float rest = inside - heart;
    float body = outward * rest;
    float edge = rest - body;
    float around = glow - glow * inside;
    float far = around + edge;
    /* What is around the disc drifts all the way, its edge less: peach runs into FAR, and with FARTHER turns grey. */
    float farther = (around + 0.4 * edge) * drift;

    /* The ring, as fine for the eye on every screen: its filled part is told from the other without an angle, see
       ringEnd. */
    float over = clamp(max(1.7, 0.5 + 0.0063 * half_) - abs(d - RING * half_), 0.0, 1.0);
    float turn = d - p.y;
    float lit = (p.x < 0.0 ? -turn : turn) + d * ringEnd > 0.0 ? 1.0 : 0.0;
    float line = over * over * (3.0 - 2.0 * over) * ringShow * (0.26 + 0.74 * lit);
    float under = 1.0 - line;
    lit *= line;
    far = far * under + (line - lit);
    farther = farther * under;

    float grain = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    vec3 c = (GROUND - 0.5 / 255.0) + grain * (1.0 / 255.0);
    c += far * (FAR - GROUND) + farther * (FARTHER - FAR) + (body * under) * (BODY - GROUND) + (heart * under) * (HEART - GROUND);
    gl_FragColor = vec4(c + lit * (LINE - GROUND), 1.0);
}
