//go:build e2e

package main_test

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// What the background tone costs, all processes together: a share of one core, and proportional set sizes.
func TestCostOfTheTone(t *testing.T) {
	const measured = 20 * time.Second
	d := sit(t, with{sound: true})
	d.speaker.settle()
	d.must("tone")
	d.hums(10 * time.Second)
	d.speaker.unheard()
	<-time.After(5 * time.Second) // it has settled

	before, from := d.ticks(), time.Now()
	<-time.After(measured)
	share := float64(d.ticks()-before) / 100 / time.Since(from).Seconds() // USER_HZ is 100 on Linux
	memory := d.memory()
	if out, err := d.command("pactl", "list", "sink-inputs").Output(); err != nil || !bytes.Contains(out, []byte("Corked: no")) {
		t.Errorf("no tone was asked for: %v, %s", err, out)
	}
	t.Logf("the tone without a window: %.2f %% of a core, %.1f MB", 100*share, float64(memory)/1024)
	if len(d.processes()) != 2 {
		t.Errorf("there are %v, want a player and a sound process", d.processes())
	}
	if share > 0.015 || memory > 32*1024 {
		t.Errorf("that is over 1.5 %% of a core or 32 MB")
	}
}

// ticks is the processor time that the program has used on this desk, in hundredths of a second.
func (d *desk) ticks() (sum int) {
	for _, p := range d.processes() {
		stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.pid))
		if err != nil {
			d.t.Fatalf("processor time: %v", err)
		}
		// proc(5): the name in brackets may hold anything; utime and stime are fields 14 and 15.
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
		for _, field := range fields[11:13] {
			n, err := strconv.Atoi(field)
			if err != nil {
				d.t.Fatalf("processor time: %v", err)
			}
			sum += n
		}
	}
	return sum
}

// memory is the proportional set size of the program on this desk, in KiB.
func (d *desk) memory() (sum int) {
	for _, p := range d.processes() {
		rollup, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", p.pid))
		if err != nil {
			d.t.Fatalf("memory: %v", err)
		}
		for line := range strings.Lines(string(rollup)) {
			if size, is := strings.CutPrefix(line, "Pss:"); is {
				n, err := strconv.Atoi(strings.Fields(size)[0])
				if err != nil {
					d.t.Fatalf("memory: %v", err)
				}
				sum += n
			}
		}
	}
	return sum
}

// The sound leaves all processors but one alone, whatever the packages that are linked into it set.
func TestProgramSoundTakesOneProcessor(t *testing.T) {
	t.Parallel()
	if runtime.NumCPU() == 1 {
		t.Skip("there is only one processor")
	}
	d := sit(t, with{sound: true})
	sound := d.command(program(t), "sound")
	sound.Env = append(sound.Env, "GODEBUG=schedtrace=20")
	hold, err := sound.StdinPipe() // it ends with its input
	if err != nil {
		t.Fatal(err)
	}
	defer hold.Close() //nolint:errcheck // nothing is written to it
	d.start(sound)
	d.until(10*time.Second, "the sound has one processor", func() bool {
		told, err := os.ReadFile(d.path("kindhum.log"))
		lines := bytes.Split(bytes.TrimSpace(told), []byte("\n"))
		return err == nil && bytes.Contains(lines[len(lines)-1], []byte(" gomaxprocs=1 "))
	})
}
