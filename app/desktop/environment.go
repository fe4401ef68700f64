package desktop

import (
	"slices"
	"strings"
)

// By these variables a desktop lets a window come forward, once (Startup Notification, xdg-activation).
const (
	variableToken   = "XDG_ACTIVATION_TOKEN"
	variableStartup = "DESKTOP_STARTUP_ID"
)

// variables are those that Environment has.
var variables = []string{"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", variableToken, variableStartup, variableBus}

// HasDisplay reports whether an environment, as Environment has it, names a display. It may be gone all the same.
func HasDisplay(env map[string]string) bool {
	return env["DISPLAY"] != "" || env["WAYLAND_DISPLAY"] != ""
}

// BusOf is where an environment has the session bus, or "".
func BusOf(env map[string]string) string { return env[variableBus] }

// Spend takes out of an environment what is good for one window alone.
func Spend(env map[string]string) {
	delete(env, variableToken)
	delete(env, variableStartup)
}

// tokens is what a desktop gives along so that a window may come forward, as Environment has it.
func tokens(activation, startup string) map[string]string {
	env := map[string]string{}
	for name, value := range map[string]string{variableToken: activation, variableStartup: startup} {
		if value != "" {
			env[name] = value
		}
	}
	return env
}

// Move is the environment base of a process, brought to the desktop that on names.
func Move(base []string, on map[string]string) []string {
	moved := slices.DeleteFunc(slices.Clone(base), func(entry string) bool {
		name, _, _ := strings.Cut(entry, "=")
		return slices.Contains(variables, name)
	})
	for _, name := range variables {
		if value := on[name]; value != "" {
			moved = append(moved, name+"="+value)
		}
	}
	return moved
}
