//go:build unix

package audio

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"kindhum/app/breath"
	"kindhum/audio/device"
)

// role says what the test program is when it is started by a test.
const role = "KINDHUM_TEST_ROLE"

func TestMain(m *testing.M) {
	switch os.Getenv(role) {
	case "sound":
		os.Exit(soundRole())
	case "player":
		os.Exit(playerRole())
	}
	os.Exit(m.Run())
}

// soundRole is a sound process whose device has no speaker, and takes what time asks for.
func soundRole() int {
	fmt.Fprintln(os.Stderr, "some noise of a library")
	err := Child(context.Background(), os.Stdin, os.Stdout, func() (device.Device, error) {
		n := device.NewNull(true)
		go func() {
			n.Take(n.Latency())
			for range time.Tick(20 * time.Millisecond) {
				n.Take(960)
			}
		}()
		return n, nil
	})
	if err != nil {
		return 1
	}
	return 0
}

// playerRole keeps a sound process, says when it is heard, and never ends.
func playerRole() int {
	k := NewKeeper(func() *exec.Cmd {
		cmd := sound()
		cmd.ExtraFiles = []*os.File{os.NewFile(3, "life line")}
		return cmd
	})
	k.Want(true)
	k.Send(Command{Play: hum(1)})
	for e := range k.Events() {
		if _, is := e.(Heard); is {
			fmt.Println("heard")
		}
	}
	return 0
}

func sound() *exec.Cmd { return as("sound") }

func as(what string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), role+"="+what)
	return cmd
}

func hum(id int64) *Play {
	return &Play{ID: id, Timeline: breath.Timeline{Shape: breath.Steady}, Fade: 100 * time.Millisecond}
}

// await takes events until one is like this, which it returns.
func await(t *testing.T, k *Keeper, like func(Event) bool) Event {
	t.Helper()
	limit := time.After(20 * time.Second) // a machine may be very busy
	for {
		select {
		case e := <-k.Events():
			if like(e) {
				return e
			}
		case <-limit:
			t.Fatalf("it never came; %v", k.Reason())
		}
	}
}

func heardPlay(id int64) func(Event) bool {
	return func(e Event) bool { h, is := e.(Heard); return is && h.ID == id }
}

func TestKilledProcessIsHeardAgain(t *testing.T) {
	var cmds []*exec.Cmd
	k := NewKeeper(func() *exec.Cmd {
		cmds = append(cmds, sound())
		return cmds[len(cmds)-1]
	})
	defer k.Close()
	k.Want(true)
	k.Send(Command{Play: hum(1)})
	await(t, k, heardPlay(1))
	if err := cmds[0].Process.Kill(); err != nil {
		t.Fatal(err)
	}
	at := time.Now()
	await(t, k, func(e Event) bool { return e == Lost })
	await(t, k, func(e Event) bool { return e == Started{} })
	k.Send(Command{Play: hum(2)})
	await(t, k, heardPlay(2))
	took := time.Since(at)
	t.Logf("heard again after %v", took)
	if took > 2*time.Second {
		t.Errorf("it took %v to be heard again", took)
	}
	if why := k.Reason().Error(); !strings.Contains(why, "killed") || !strings.Contains(why, "some noise") {
		t.Errorf("the reason is %q", why)
	}
}

func TestFrozenProcessIsReplaced(t *testing.T) {
	var cmds []*exec.Cmd
	k := NewKeeper(func() *exec.Cmd {
		cmds = append(cmds, sound())
		return cmds[len(cmds)-1]
	})
	defer k.Close()
	k.Want(true)
	k.Send(Command{Play: hum(1)})
	await(t, k, heardPlay(1))
	if err := cmds[0].Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	await(t, k, func(e Event) bool { return e == Lost })
	await(t, k, func(e Event) bool { return e == Started{} })
}

func TestSoundEndsWithItsPlayer(t *testing.T) {
	alive, lifeLine, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer alive.Close()
	player := as("player")
	player.ExtraFiles = []*os.File{lifeLine}
	out, err := player.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := player.Start(); err != nil {
		t.Fatal(err)
	}
	lifeLine.Close() // the player and its child hold the other end
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "heard\n" {
		t.Fatalf("the player said %q, %v", line, err)
	}
	if err := player.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := alive.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	if _, err := alive.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("the sound outlives its player: %v", err)
	}
	player.Wait() //nolint:errcheck // it was killed
}

func TestMissingProgram(t *testing.T) {
	k := NewKeeper(func() *exec.Cmd { return exec.Command("/nonexistent/kindhum") })
	defer k.Close()
	k.Want(true)
	await(t, k, func(e Event) bool { return e == None })
	if k.Reason() == nil {
		t.Error("there is no reason")
	}
}

func TestChildrenSeeNoServerOfTheNetwork(t *testing.T) {
	env := localOnly([]string{"A=b", "PULSE_SERVER=tcp:example.org", "XDG_RUNTIME_DIR=/run/x"})
	want := []string{"A=b", "XDG_RUNTIME_DIR=/run/x", "PULSE_SERVER=unix:/run/x/pulse/native"}
	if !slices.Equal(env, want) {
		t.Errorf("the environment is %q", env)
	}
}

func TestTailKeepsTheEnd(t *testing.T) {
	var last tail
	for i := range 1000 {
		fmt.Fprintf(&last, "line %d\n", i)
	}
	if len(last.text) > tailSize || last.line() != "line 999" {
		t.Errorf("it kept %d bytes, ending in %q", len(last.text), last.line())
	}
}
