namespace Graph.Annotations;

/// <summary>
/// The settings of each folder: its own <c>corpus.yaml</c>, else those of the nearest folder above; one file given by the user replaces
/// all.
/// </summary>
internal sealed class SettingsTree
{
    private readonly Dictionary<string, CorpusSettings> byFolder = new(StringComparer.Ordinal);
    private readonly CorpusSettings? given;
    private readonly ImmutableArray<string> formats;
    private readonly ArchiveStore archives;
    private readonly ReadingLog log;

    /// <param name="corpusFile">A corpus file for every folder, or null.</param>
    /// <param name="formats">What the settings may call a format.</param>
    public SettingsTree(string? corpusFile, ImmutableArray<string> formats, ArchiveStore archives, ReadingLog log)
    {
        (this.formats, this.archives, this.log) = (formats, archives, log);
        if (corpusFile is not null)
            given = CorpusFile.Read(
                new AnnotationFile(Path.GetFullPath(corpusFile), corpusFile, Path.GetFileName(corpusFile)), formats, log);
    }

    /// <summary>Takes the folder's own file, if it has one, and gives what applies to it.</summary>
    public CorpusSettings Enter(FolderListing folder)
    {
        var own = folder.TakeIfPresent(CorpusFile.FileName);
        if (given is not null)
            return given;

        var settings = own is not null ? CorpusFile.Read(own, formats, log) : Inherit(folder.Folder);
        byFolder[folder.Folder] = settings;
        return settings;
    }

    private CorpusSettings Inherit(string folder)
    {
        for (var parent = archives.GetParent(folder); parent is not null; parent = archives.GetParent(parent))
        {
            // Tables are files of one folder, so they are not looked for below it.
            if (byFolder.TryGetValue(parent, out var settings))
                return settings.Tables is null ? settings : settings with { Tables = null };
        }

        return CorpusSettings.Default;
    }
}
