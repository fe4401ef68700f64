package control

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestRaiseReachesTheWindow(t *testing.T) {
	dir := folder(t)
	if err := Raise(t.Context(), dir, Hello{}); !errors.Is(err, ErrNoWindow) {
		t.Fatal(err)
	}
	place, err := Claim(t.Context(), dir, RoleWindow)
	if err != nil {
		t.Fatal(err)
	}
	raised, shut := make(chan map[string]string, 1), make(chan bool, 1)
	served := make(chan error, 1)
	go func() {
		served <- ServeWindow(place, func(d map[string]string) { raised <- d }, func() { shut <- true })
	}()
	if err := Raise(t.Context(), dir, Hello{Desktop: map[string]string{"XDG_ACTIVATION_TOKEN": "x"}}); err != nil {
		t.Fatal(err)
	}
	if d := <-raised; d["XDG_ACTIVATION_TOKEN"] != "x" {
		t.Errorf("%v", d)
	}
	if err := Shut(t.Context(), dir); err != nil || !<-shut {
		t.Error(err)
	}
	_ = place.Close()
	if err := <-served; err != nil {
		t.Error(err)
	}
}

// Whoever launches the program once more is told what is so: that no window is open, or that it hangs.
func TestRaiseOfAWindowThatDoesNotAnswer(t *testing.T) {
	dir := folder(t)
	place, err := Claim(t.Context(), dir, RoleWindow)
	if err != nil {
		t.Fatal(err)
	}
	soon, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := Raise(soon, dir, Hello{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("one that hangs: %v", err)
	}
	raised := make(chan error, 1)
	go func() { raised <- Raise(t.Context(), dir, Hello{}) }()
	for range 2 { // the call that is given up above is still waiting there
		conn, err := place.Accept()
		if err != nil {
			t.Fatal(err)
		}
		_ = conn.Close()
	}
	if err := <-raised; !errors.Is(err, ErrNoWindow) {
		t.Errorf("one that goes before it answers: %v", err)
	}
	if err := errors.Join(Shut(soon, dir), place.Close()); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("after its time: %v", err)
	}
}

// However the end of a player is noticed, while a request is written or while its answer is awaited, it is one and the same.
func TestAPlayerThatGoesBeforeItAnswers(t *testing.T) {
	dir := folder(t)
	place, err := Claim(t.Context(), dir, RolePlayer)
	if err != nil {
		t.Fatal(err)
	}
	defer place.Close() //nolint:errcheck // the folder goes too
	for range 50 {
		went := make(chan error, 1)
		go func() {
			conn, err := place.Accept()
			if err == nil {
				err = conn.Close()
			}
			went <- err
		}()
		if _, err := Dial(t.Context(), dir, Hello{}); !errors.Is(err, ErrCutOff) {
			t.Errorf("%v", err)
		}
		if err := <-went; err != nil {
			t.Fatal(err)
		}
	}
}
