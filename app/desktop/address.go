package desktop

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// variableBus names the session bus (dbus-daemon(1)), as far as anybody has said where it is.
const variableBus = "DBUS_SESSION_BUS_ADDRESS"

// LocalBus is where the session bus is to be looked for: of the addresses in named, separated by semicolons as
// D-Bus has it, those that are sockets of this machine; and where none is, the person's own in the runtime
// folder (XDG_RUNTIME_DIR). It is "" where there is no such folder. Whatever else an address can be, a
// network's, a command's, or one by which a bus would be started, is passed over.
func LocalBus(named, runtime string) string {
	own := ""
	if filepath.IsAbs(runtime) {
		own = "unix:path=" + escaped(filepath.Join(runtime, "bus"))
	}
	var local []string
	for address := range strings.SplitSeq(named, ";") {
		keys, is := strings.CutPrefix(address, "unix:")
		switch {
		case !is:
		case isSocket(keys):
			local = append(local, address)
		case keys == "runtime=yes" && own != "":
			local = append(local, own)
		}
	}
	if len(local) == 0 {
		return own
	}
	return strings.Join(local, ";")
}

// isSocket reports whether the keys of an address name a socket that can be connected to: an absolute path, or
// a name in the kernel's own space.
func isSocket(keys string) bool {
	var path, abstract string
	for key := range strings.SplitSeq(keys, ",") {
		name, value, _ := strings.Cut(key, "=")
		value, err := url.PathUnescape(value)
		if err != nil || strings.ContainsRune(value, 0) {
			return false
		}
		switch name {
		case "path":
			path = value
		case "abstract":
			abstract = value
		}
	}
	return (abstract == "" && strings.HasPrefix(path, "/")) || (path == "" && abstract != "")
}

// escaped is a path as an address of D-Bus has it: all but a few bytes as %xx.
func escaped(path string) string {
	const plain = "-_/.*\\"
	const hex = "0123456789abcdef"
	var b strings.Builder
	for i := range len(path) {
		c := path[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(plain, c) >= 0 {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

// busHere is where this process looks for the session bus.
func busHere() string { return LocalBus(os.Getenv(variableBus), os.Getenv("XDG_RUNTIME_DIR")) }

// KeepToLocalBus has everything in this process, Fyne too, look for the session bus where LocalBus does. Told
// nothing, the D-Bus library would start a bus of its own that outlives the program.
func KeepToLocalBus() error {
	address := busHere()
	if address == "" {
		address = "unix:path=/nonexistent"
	}
	return os.Setenv(variableBus, address)
}
