/* A disc of light, its glow and the ring of the session. Everything is opaque: the ground is part of
   the picture, so that the dither below acts on what is really shown. */
uniform vec2 frame;
uniform vec4 bounds;
uniform float radius;   /* of the disc, as a part of half the side */
uniform float gather;   /* 0 the light lies loose, 1 it has gathered */
uniform float bright;   /* 0..1 */
uniform float ring;     /* 0..1 how much of the ring is filled; below 0 it is a plain faint ring */
uniform float ringShow; /* 0..1 */
uniform float turnX;    /* where the filled part of the ring ends */
uniform float turnY;
uniform float groundR; uniform float groundG; uniform float groundB;
uniform float heartR;  uniform float heartG;  uniform float heartB;
uniform float bodyR;   uniform float bodyG;   uniform float bodyB;
uniform float farR;    uniform float farG;    uniform float farB;
uniform float lineR;   uniform float lineG;   uniform float lineB;

void main() {
    vec2 at = vec2(gl_FragCoord.x, frame.y - gl_FragCoord.y);
    float half_ = 0.5 * (bounds.z - bounds.x);
    vec2 p = (at - 0.5 * (bounds.xy + bounds.zw)) / half_;
    float d = length(p);
    vec3 ground = vec3(groundR, groundG, groundB);
    vec3 far = vec3(farR, farG, farB);

    float t = d / radius;
    float inside = 1.0 - smoothstep(0.74, 1.07, t);
    float q = t * t;
    float core = 1.0 / (1.0 + q * mix(1.1, 2.6, gather));
    core *= core;
    vec3 body = mix(far, vec3(bodyR, bodyG, bodyB), 1.0 - smoothstep(0.30, 1.10, t));
    body = mix(body, vec3(heartR, heartG, heartB), core);

    /* The glow leans on the disc's edge and is gone at the rectangle's. */
    float away = max(d - radius * 0.80, 0.0) / (1.0 - radius * 0.80);
    float rim = max(1.0 - away, 0.0);
    float glow = rim * rim * rim * mix(0.34, 0.62, gather) * bright;

    vec3 c = mix(ground, far, glow);
    c = mix(c, body, inside * mix(0.45, 0.97, bright));

    float off = abs(d - 0.94) * half_;
    if (off < 2.2 && ringShow > 0.0) {
        float line = (1.0 - smoothstep(0.7, 1.7, off)) * ringShow;
        /* Before the end of the filled part? By two half planes, so that no angle is needed. */
        float before = step(0.0, p.x * turnY - p.y * turnX);
        float east = step(0.0, p.x);
        float lit = ring > 0.5 ? max(east, before) : east * before;
        lit *= step(0.0005, ring);
        c = mix(c, mix(far, vec3(lineR, lineG, lineB), lit), line * mix(0.26, 1.0, lit));
    }

    float grain = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    gl_FragColor = vec4(c + (grain - 0.5) / 255.0, 1.0);
}
