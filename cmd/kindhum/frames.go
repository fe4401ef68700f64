package main

import (
	"fmt"
	"io"
	"os"

	"kindhum/app/window"
)

// framesVariable names a file to which a window that closes adds a line about the frames that it drew: how many
// looks for something new there were in sessions, how many drew, how many came late, when the first frame was on
// the screen (monotonic, ns), and how long after each Begin something moved (ms). It is for measuring.
const framesVariable = "KINDHUM_FRAMES"

// runWindow runs the window, and counts its frames if that is wished.
func runWindow(prepared *window.Prepared, opts window.Options) error {
	path := os.Getenv(framesVariable)
	if path == "" {
		return prepared.Run(opts)
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("%s: %w", framesVariable, err)
	}
	defer file.Close() //nolint:errcheck // who measures misses the line
	opts.Frames = io.Writer(file)
	return prepared.Run(opts)
}
