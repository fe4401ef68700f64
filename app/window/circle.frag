/* A disc of light, its glow and the ring of the session. Everything is opaque: the ground is part of
   the picture, so that the dither below acts on what is really shown. */
uniform vec2 frame;
uniform vec4 bounds;
uniform float radius;   /* of the disc, as a part of half the side */
uniform float gather;   /* 0 the light lies loose, 1 it has gathered */
uniform float bright;   /* 0..1 */
uniform float ring;     /* 0..1 how much of the ring is filled; below 0 it is a plain faint ring */
uniform float ringShow; /* 0..1 */
uniform float groundR; uniform float groundG; uniform float groundB;
uniform float heartR;  uniform float heartG;  uniform float heartB;
uniform float bodyR;   uniform float bodyG;   uniform float bodyB;
uniform float farR;    uniform float farG;    uniform float farB;

void main() {
    vec2 at = vec2(gl_FragCoord.x, frame.y - gl_FragCoord.y);
    float half_ = 0.5 * (bounds.z - bounds.x);
    vec2 p = (at - 0.5 * (bounds.xy + bounds.zw)) / half_;
    float d = length(p);
    vec3 ground = vec3(groundR, groundG, groundB);
    vec3 far = vec3(farR, farG, farB);

    float t = d / radius;
    float inside = 1.0 - smoothstep(0.80, 1.06, t);
    float q = t * t;
    float core = 1.0 / (1.0 + q * mix(1.4, 3.4, gather));
    core *= core;
    vec3 body = mix(far, vec3(bodyR, bodyG, bodyB), 1.0 - smoothstep(0.30, 1.10, t));
    body = mix(body, vec3(heartR, heartG, heartB), core);

    /* The glow leans on the disc's edge and is gone at the rectangle's. */
    float away = max(d - radius * 0.80, 0.0) / (1.0 - radius * 0.80);
    float rim = max(1.0 - away, 0.0);
    float glow = rim * rim * rim * mix(0.30, 0.46, gather) * bright;

    vec3 c = mix(ground, far, glow);
    c = mix(c, body, inside * mix(0.50, 0.96, bright));

    float off = abs(d - 0.90) * half_;
    if (off < 2.2 && ringShow > 0.0) {
        float line = (1.0 - smoothstep(0.7, 1.7, off)) * ringShow;
        float turn = atan(-p.x, p.y) * 0.15915494 + 0.5;
        float soft = 1.5 / (5.65 * half_);
        float lit = ring < 0.0 ? 0.0 : 1.0 - smoothstep(ring - soft, ring + soft, turn);
        c = mix(c, mix(far, body, 0.5), line * mix(0.26, 0.85, lit));
    }

    float grain = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    gl_FragColor = vec4(c + (grain - 0.5) / 255.0, 1.0);
}
