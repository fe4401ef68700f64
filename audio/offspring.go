package audio

import (
	"bufio"
	"encoding/json"
	"errors"
	"time"
)

// grace is how long a child may take to fade out and end.
const grace = time.Second

// mailbox is how many commands may wait for a child to read them. One that has not read
// that many is stuck.
const mailbox = 64

// child is one running process, with the goroutines that write to it, read
// from it, and wait for it.
type child struct {
	process process
	mail    chan Command
	reports chan Report   // closed at the end of them
	ended   chan struct{} // closed when the process is gone and reaped
	why     error         // set before ended is closed
}

// raise runs a process as a child.
func raise(p process) *child {
	c := &child{process: p, mail: make(chan Command, mailbox), reports: make(chan Report), ended: make(chan struct{})}
	go c.write()
	go c.read()
	return c
}

// write passes the mail on until it is closed or nobody reads it, then closes
// the input: that is how a child is asked to end.
func (c *child) write() {
	encoder := json.NewEncoder(c.process)
	for command := range c.mail {
		if encoder.Encode(command) != nil {
			break // it has ended, which its reports will tell
		}
	}
	c.process.CloseInput() //nolint:errcheck // it is a pipe, and nothing is left to say
	for range c.mail {     // whatever is still sent is for nobody
	}
}

// read passes reports on until they end or make no sense, then reaps the process.
func (c *child) read() {
	scanner := bufio.NewScanner(c.process.Reports())
	scanner.Buffer(make([]byte, 0, 1<<10), longest)
	var bad error
	for bad == nil && scanner.Scan() {
		var r Report
		if bad = json.Unmarshal(scanner.Bytes(), &r); bad == nil {
			c.reports <- r
		}
	}
	bad = errors.Join(bad, scanner.Err())
	close(c.reports)
	if bad != nil {
		c.kill()
	}
	c.why = errors.Join(bad, c.process.Wait())
	close(c.ended)
}

// send leaves a command for the child. It reports whether there was room.
func (c *child) send(command Command) bool {
	select {
	case c.mail <- command:
		return true
	default:
		return false
	}
}

// release asks the child to end, and sees that it does. It returns at once;
// ended tells when. No send may follow.
func (c *child) release() {
	close(c.mail)
	go func() {
		limit := time.NewTimer(grace)
		defer limit.Stop()
		reports := c.reports
		for {
			select {
			case _, open := <-reports:
				if !open {
					reports = nil
				}
			case <-c.ended:
				return
			case <-limit.C:
				c.kill()
			}
		}
	}()
}

// kill ends the process at once. That it may be gone already is no error.
func (c *child) kill() { c.process.Kill() } //nolint:errcheck
