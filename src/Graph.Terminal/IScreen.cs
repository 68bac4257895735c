namespace Graph.Terminal;

/// <summary>Where the editor paints; understands the ANSI sequences of <see cref="Ansi"/>.</summary>
public interface IScreen
{
    /// <summary>Cells in a row, at least 1.</summary>
    int Width { get; }

    /// <summary>Rows on the screen, at least 1.</summary>
    int Height { get; }

    void Write(string text);

    /// <summary>Called, on any thread, when the size has changed.</summary>
    Action? Resized { set; }
}
