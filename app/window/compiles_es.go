//go:build !darwin && (gles || arm || arm64)

package window

import (
	gl "github.com/go-gl/gl/v3.1/gles2"

	"fyne.io/fyne/v2/canvas"
)

// compiles reports whether the driver takes the shader's program. The window's OpenGL must be current, and set up by
// Fyne, which chooses this binding for the same systems.
func compiles(s *canvas.Shader) bool {
	source, free := gl.Strs(string(s.SourceES) + "\x00")
	defer free()
	id := gl.CreateShader(gl.FRAGMENT_SHADER)
	defer gl.DeleteShader(id)
	gl.ShaderSource(id, 1, source, nil)
	gl.CompileShader(id)
	var status int32
	gl.GetShaderiv(id, gl.COMPILE_STATUS, &status)
	return status == gl.TRUE
}
