package device

import (
	"path/filepath"
	"strconv"
	"strings"
)

// Local is what PULSE_SERVER should say so that no sound server is looked for
// across a network: of the servers in named, separated by blanks as PulseAudio
// has it, those that are sockets of this machine; and where none is, the
// person's own, in the runtime folder (XDG_RUNTIME_DIR, or that of the user uid
// when it is ""). It never returns "", which would mean another default.
func Local(named, runtime string, uid int) string {
	var local []string
	for _, server := range strings.Fields(named) {
		if isLocal(server) {
			local = append(local, server)
		}
	}
	if len(local) > 0 {
		return strings.Join(local, " ")
	}
	if !filepath.IsAbs(runtime) || len(strings.Fields(runtime)) != 1 { // a blank would begin another server
		runtime = "/run/user/" + strconv.Itoa(uid)
	}
	return "unix:" + filepath.Join(runtime, "pulse", "native")
}

// isLocal reports whether a server is a path, after an optional machine's name in
// braces: "/run/pulse", "unix:/run/pulse", "{host}unix:/run/pulse".
func isLocal(server string) bool {
	if strings.HasPrefix(server, "{") {
		end := strings.IndexByte(server, '}')
		if end < 0 {
			return false
		}
		server = server[end+1:]
	}
	return strings.HasPrefix(strings.TrimPrefix(server, "unix:"), "/")
}
