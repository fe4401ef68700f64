package desktop

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	// firstLook and lastLook are how long after one the bus is looked for again, doubled from the one to the other.
	firstLook, lastLook = time.Second, 4 * time.Second
	// answerWithin is how long another program on the bus may take to answer.
	answerWithin = 2 * time.Second
)

// keep is on the first bus that is found at addresses, by visit, and looks for one again when it is over, until ctx is
// done. Something on found is a reason to look at once.
func keep(ctx context.Context, found <-chan struct{}, addresses func() []string, visit func(context.Context, string) bool) {
	for wait := firstLook; ; wait = min(2*wait, lastLook) {
		for _, address := range addresses() {
			if address != "" && visit(ctx, address) {
				wait = firstLook
				break
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-found:
		case <-time.After(wait):
		}
	}
}

// connect connects to the bus at address. export lays out what can be called there before anybody can call it.
func connect(ctx context.Context, address string, export func(*dbus.Conn) error) (*dbus.Conn, error) {
	conn, err := dbus.Dial(address, dbus.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	err = export(conn)
	if err == nil {
		err = conn.Auth(nil)
	}
	if err == nil {
		err = conn.Hello()
	}
	if err != nil {
		_ = conn.Close() // why it is closed is in err
		return nil, err
	}
	return conn, nil
}

// The bus itself, as it is called on the bus.
const (
	busName = "org.freedesktop.DBus"
	busPath = dbus.ObjectPath("/org/freedesktop/DBus")
)

// bus is a connection, and what we do with it.
type bus struct{ conn *dbus.Conn }

// call calls a method and waits for the answer, but not for long. It starts no program that is not running, unless flags
// say so.
func (b bus) call(to string, path dbus.ObjectPath, method string, flags dbus.Flags, args ...any) *dbus.Call {
	ctx, cancel := context.WithTimeout(context.Background(), answerWithin)
	defer cancel()
	return b.conn.Object(to, path).CallWithContext(ctx, method, flags, args...)
}

// quietly starts no program that is not running.
const quietly = dbus.FlagNoAutoStart

// own asks for a name, or waits in line for it: whoever has it may end.
func (b bus) own(ctx context.Context, name string) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	// Without the name the rest is there all the same, and nobody could be told.
	_ = b.conn.BusObject().CallWithContext(ctx, busName+".RequestName", 0, name, uint32(0)).Err
}

// disown gives a name back.
func (b bus) disown(name string) {
	_ = b.call(busName, busPath, busName+".ReleaseName", 0, name).Err // as in own
}

// emit sends a signal. Where the bus is gone there is nobody to hear it.
func (b bus) emit(path dbus.ObjectPath, name string, values ...any) {
	_ = b.conn.Emit(path, name, values...)
}

// failed is an error as the bus carries it.
func failed(err error) *dbus.Error {
	if err == nil {
		return nil
	}
	return dbus.MakeFailedError(err)
}

// answerFirst is how long an answer has to set out before the player ends. The library sends it when the method that
// carries the wish out has returned, and does not say when it has.
const answerFirst = 100 * time.Millisecond

// ask has a player carry a wish out, for somebody on the bus. Whoever ends the player is answered first: with it the
// connection goes.
func (b bus) ask(who Player, w Wish) *dbus.Error {
	if w.Act == Quit {
		go func() {
			time.Sleep(answerFirst)
			_ = b.call(busName, busPath, busName+".GetId", 0).Err // there and back: what has set out has arrived by then
			_ = do(who, w)                                        // it ends, or has ended
		}()
		return nil
	}
	return failed(do(who, w))
}

func do(who Player, w Wish) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*answerWithin)
	defer cancel()
	return who.Do(ctx, w)
}
