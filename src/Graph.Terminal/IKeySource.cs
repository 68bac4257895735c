namespace Graph.Terminal;

/// <summary>Where keys come from; the only way the editor reads.</summary>
public interface IKeySource
{
    /// <summary>A key can be read without waiting.</summary>
    bool IsKeyAvailable { get; }

    /// <summary>Waits for a key; null when no more can come.</summary>
    ConsoleKeyInfo? ReadKey();
}
