using Graph.Annotations;
using Graph.Cli.Sessions;

namespace Graph.Cli.Commands;

/// <summary>Writes a first mapping file beside a corpus; never over one that somebody may have worked on.</summary>
internal static class CorpusInitialization
{
    public const string FileName = "corpus.yaml";

    /// <exception cref="UsageException">There is not exactly one folder to write into, or it has the file already.</exception>
    public static int Run(CommandHost host, LoadSettings settings, LoadResult loaded)
    {
        if (settings.Paths is not [var folder] || !Directory.Exists(folder))
            throw new UsageException("'--init' needs one folder.");

        var file = Path.Combine(folder, FileName);
        if (File.Exists(file))
            throw new UsageException($"'{file}' is there already.");

        WholeFile.WriteText(file, CorpusDraft.Write(loaded.Summary, loaded.Store.Type, folder));
        host.Error.Write($"{file} is written\n");
        return ExitCode.Success;
    }
}
