// Command kindhum is a calm companion for breathing kindly: a window, a command line, and the
// two processes behind them. See README.md for how it is used and CONTRIBUTING.md
// for how the parts hang together.
//
// This package turns words on the command line into wishes and prints
// answers. It decides nothing by itself.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"kindhum/app/desktop"
	_ "kindhum/app/quiet" // until main begins
)

// version is set by the build.
var version = "0.1.0"

// ends are the signals that ask a process to end.
var ends = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

func main() {
	log.SetOutput(os.Stderr)
	desktop.KeepHome()
	ctx, stop := signal.NotifyContext(context.Background(), ends...)
	code := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}
