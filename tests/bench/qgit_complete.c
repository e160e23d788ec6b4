/* Ends qgit when its list is complete and painted; preloaded into it by start.sh. qgit puts the words
 * "Loaded N revisions ..." together when it has the list; the next time that it waits for events it
 * has painted what that changed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int loaded; /* the main thread's alone */

/* QString::asprintf() and QString::vasprintf(): the result comes back in what the first argument
 * points to. */
void *_ZN7QString8asprintfEPKcz(void *result, const char *format, ...);

void *_ZN7QString8asprintfEPKcz(void *result, const char *format, ...)
{
    void *(*vasprintf_of_qt)(void *, const char *, va_list);
    va_list values;
    *(void **)&vasprintf_of_qt = dlsym(RTLD_NEXT, "_ZN7QString9vasprintfEPKcP13__va_list_tag");
    if (strncmp(format, "Loaded %i revisions", strlen("Loaded %i revisions")) == 0) {
        va_start(values, format);
        loaded = va_arg(values, int);
        va_end(values);
    }
    va_start(values, format);
    result = vasprintf_of_qt(result, format, values);
    va_end(values);
    return result;
}

int poll(struct pollfd *files, nfds_t count, int timeout)
{
    static int (*poll_of_libc)(struct pollfd *, nfds_t, int);
    if (loaded && gettid() == getpid() && timeout != 0) {
        printf("%d\n", loaded);
        fflush(stdout);
        _exit(0);
    }
    if (!poll_of_libc)
        *(void **)&poll_of_libc = dlsym(RTLD_NEXT, "poll");
    return poll_of_libc(files, count, timeout);
}
