namespace Graph.Terminal;

/// <summary>A terminal that was taken for editing; disposing gives it back.</summary>
public interface ITerminal : IKeySource, IScreen, IDisposable
{
    /// <summary>
    /// Gives the terminal back to the shell and stops the program, until the shell goes on with it; then takes the terminal again.
    /// </summary>
    void Suspend();
}
