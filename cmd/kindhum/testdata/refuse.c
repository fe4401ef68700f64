/* A graphics driver that refuses the program of the light and takes all others: laid over the real one by
   LD_PRELOAD. OpenGL's functions are asked for by name; the one that takes a program's source is given another,
   in which what has the light's uniform does not compile. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

typedef void (*proc)(void);
typedef void (*source)(unsigned, int, const char *const *, const int *);

static source real;

static void refusing(unsigned shader, int count, const char *const *text, const int *length) {
    static const char *const broken[] = {"#error refused\n"};
    for (int i = 0; i < count; i++)
        if (strstr(text[i], "ringEnd")) {
            real(shader, 1, broken, 0);
            return;
        }
    real(shader, count, text, length);
}

static proc wrapped(const char *from, const unsigned char *name) {
    proc (*ask)(const unsigned char *) = (proc (*)(const unsigned char *))dlsym(RTLD_NEXT, from);
    proc found = ask ? ask(name) : 0;
    if (found && !strcmp((const char *)name, "glShaderSource")) {
        real = (source)found;
        return (proc)refusing;
    }
    return found;
}

proc glXGetProcAddress(const unsigned char *name) { return wrapped("glXGetProcAddress", name); }
proc glXGetProcAddressARB(const unsigned char *name) { return wrapped("glXGetProcAddressARB", name); }
