namespace Graph.Export.Tests;

/// <summary>Exports into folders.</summary>
internal static class FolderRuns
{
    /// <summary>Writes a new folder inside another, and gives its path.</summary>
    public static string Write(TemporaryFolder folder, string format, GraphSelection selection) => Write(folder, format, selection, out _);

    public static string Write(TemporaryFolder folder, string format, GraphSelection selection, out ExportReport report)
    {
        var path = Path.Combine(folder.Path, $"{format}-{Directory.GetDirectories(folder.Path).Length}");
        report = ExportFolder.Write(path, target => FolderFormats.FindByName(format)!.Write(selection, target, CancellationToken.None));
        return path;
    }

    /// <summary>All files with their texts, then what the report says.</summary>
    public static string Describe(string format, GraphSelection selection)
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, format, selection, out var report);
        var files = Directory.GetFiles(path)
            .Order(StringComparer.Ordinal)
            .Select(file => $"== {Path.GetFileName(file)}\n{File.ReadAllText(file)}\n");
        return $"{string.Concat(files)}{report.Written}\n{string.Concat(report.Losses.Select(loss => $"  {loss}\n"))}";
    }
}
