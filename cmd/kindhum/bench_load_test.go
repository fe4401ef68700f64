//go:build e2e

package main_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// load is what some processes take: a share of one core, and proportional set sizes in KiB.
type load struct {
	cpu    float64
	window float64 // the part of cpu that is the window's process
	memory int
}

// spent is the processor time that a process has taken, all of its threads together, or false where it has
// ended. The clock of another process is made from its id as in clock_getcpuclockid(3).
func spent(pid int) (time.Duration, bool) {
	var t unix.Timespec
	err := unix.ClockGettime(int32(^pid<<3|2), &t)
	return time.Duration(t.Nano()), err == nil
}

// size is the proportional set size of a process, in KiB; 0 where it has ended.
func size(pid int) (kib int) {
	rollup, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(rollup)) {
		if told, is := strings.CutPrefix(line, "Pss:"); is {
			kib, _ = strconv.Atoi(strings.Fields(told)[0]) // proc(5): a number
		}
	}
	return kib
}

// tree is a process and all that it has started.
func tree(root int) []int {
	stats, _ := filepath.Glob("/proc/[0-9]*/stat") // the pattern is well formed
	children := map[int][]int{}
	for _, path := range stats {
		stat, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended meanwhile
		}
		// proc(5): the name in brackets may hold anything; the parent is field 4.
		fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
		pid, err1 := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		parent, err2 := strconv.Atoi(string(fields[1]))
		if err1 == nil && err2 == nil {
			children[parent] = append(children[parent], pid)
		}
	}
	all := []int{root}
	for i := 0; i < len(all); i++ {
		all = append(all, children[all[i]]...)
	}
	return all
}

// taken is what some processes take over a time. Those that come meanwhile count.
func taken(pids func() []int, window func() int, over time.Duration) load {
	before := map[int]time.Duration{}
	for _, pid := range pids() {
		before[pid], _ = spent(pid)
	}
	from := time.Now()
	<-time.After(over)
	took := time.Since(from)
	var sum load
	for _, pid := range pids() {
		if now, is := spent(pid); is {
			share := float64(now-before[pid]) / float64(took)
			sum.cpu += share
			if pid == window() {
				sum.window = share
			}
		}
		sum.memory += size(pid)
	}
	return sum
}
