using System.Formats.Tar;
using System.IO.Compression;

namespace Graph.Annotations;

/// <summary>
/// Archives that stand among the files, unpacked to a folder of their own for the time of a load. What unpacks to far more than text does
/// is refused, and nothing is ever written outside that folder.
/// </summary>
internal sealed class ArchiveStore(ReadingLog log, CancellationToken cancellation = default) : IDisposable
{
    private const string Gzip = ".gz";

    // Annotations repeat themselves, but not more often than this; below the size nothing can do harm.
    public const int MaximumRatio = 200;
    public const long HarmlessSize = 256L << 20;
    private const int MaximumDepth = 4;

    private readonly Dictionary<string, (string Home, int Depth)> homes = new(StringComparer.Ordinal);
    private readonly Lock removing = new();
    private string? root;

    // A project of REFI-QDA is a zip too.
    private static readonly string[] Zips = [".zip", ".qdpx"];
    private static readonly string[] Tarballs = [".tar", ".tar.gz", ".tgz"];

    /// <summary>What holds files by their names.</summary>
    public static bool IsArchive(string name) =>
        Zips.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || IsTar(name);

    public static bool IsGzip(string name) => name.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase) && !IsTar(name);

    private static bool IsTar(string name) => Tarballs.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The folder above, for what was unpacked that in which the archive stands.</summary>
    public string? GetParent(string folder) => homes.TryGetValue(folder, out var home) ? home.Home : Path.GetDirectoryName(folder);

    /// <summary>The folder with what an archive holds; null, and a diagnostic, where it cannot be unpacked.</summary>
    public string? Unpack(string path, string display)
    {
        var home = Path.GetDirectoryName(path)!;
        var depth = GetDepth(home) + 1;
        if (depth > MaximumDepth)
        {
            Report(display, $"it stands in more than {MaximumDepth} archives");
            return null;
        }

        var target = CreateFolder(home, depth);
        return Try(display, () =>
        {
            var budget = new Budget(new FileInfo(path).Length, cancellation);
            if (IsTar(path))
                UnpackTar(path, display, target, budget);
            else
                UnpackZip(path, target, budget);
        }) ? target : null;
    }

    private static void UnpackZip(string path, string target, Budget budget)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0
            && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)))
        {
            using var content = entry.Open();
            Write(entry.FullName, content, target, budget);
        }
    }

    /// <summary>Links and devices in it are left out; they could point anywhere.</summary>
    private void UnpackTar(string path, string display, string target, Budget budget)
    {
        using var file = File.OpenRead(path);
        using Stream packed = path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase)
            ? file
            : new GZipStream(file, CompressionMode.Decompress);
        using var archive = new TarReader(packed);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
                log.CountLoss("links in archives", 1, SourcePlace.StartOf(display));
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile
                && !Path.GetFileName(entry.Name).StartsWith("._", StringComparison.Ordinal))
                Write(entry.Name, entry.DataStream ?? Stream.Null, target, budget);
        }
    }

    /// <summary>
    /// The file that a gzip holds, under its name without the ending; null, and a diagnostic, where it cannot be unpacked.
    /// </summary>
    public string? Expand(string path, string display)
    {
        var home = Path.GetDirectoryName(path)!;
        var target = Path.Combine(CreateFolder(home, GetDepth(home)), Path.GetFileNameWithoutExtension(path));
        return Try(display, () =>
        {
            using var source = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var file = File.Create(target);
            new Budget(new FileInfo(path).Length, cancellation).Copy(source, file);
        }) ? target : null;
    }

    public void Dispose()
    {
        // The end of the process waits for a removal that has begun.
        lock (removing)
        {
            if (root is not null)
                Directory.Delete(root, recursive: true);
            root = null;
        }

        AppDomain.CurrentDomain.ProcessExit -= RemoveAtExit;
    }

    /// <summary>Whoever cancels a load does not wait for its end, and a process that ends then leaves nothing behind.</summary>
    private void RemoveAtExit(object? sender, EventArgs arguments)
    {
        try
        {
            Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nobody is there any more to be told.
        }
    }

    private bool Try(string display, Action unpack)
    {
        try
        {
            unpack();
            return true;
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            // The libraries throw whatever they stumble over in a damaged archive.
            Report(display, exception.Message.TrimEnd('.'));
            return false;
        }
    }

    private static void Write(string name, Stream content, string target, Budget budget)
    {
        if (name.Contains('\0'))
            throw new InvalidDataException("an entry has a name that no file can have");

        var path = Path.GetFullPath(Path.Combine(target, name.Replace('\\', '/').TrimStart('/')));
        if (!path.StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new InvalidDataException($"the entry '{name}' points outside the archive");

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        budget.Copy(content, file);
    }

    private int GetDepth(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (homes.TryGetValue(above, out var home))
                return home.Depth;
        }

        return 0;
    }

    private string CreateFolder(string home, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (root is null)
        {
            // The system's own error names no folder.
            if (!Directory.Exists(Path.GetTempPath()))
                throw new DirectoryNotFoundException($"There is no folder for temporary files: '{Path.GetTempPath()}'.");
            root = Directory.CreateTempSubdirectory("graph-").FullName;
            AppDomain.CurrentDomain.ProcessExit += RemoveAtExit;
        }

        var folder = Path.Combine(root, $"{homes.Count}");
        Directory.CreateDirectory(folder);
        homes.Add(folder, (home, depth));
        return folder;
    }

    private void Report(string path, string reason) =>
        log.ReportMalformed(ReadingDiagnostics.Unreadable(SourcePlace.StartOf(path), reason));

    /// <summary>How much an archive may still unpack to.</summary>
    private sealed class Budget(long compressed, CancellationToken cancellation)
    {
        private const int BufferLength = 1 << 16;
        private readonly long limit = Math.Max(HarmlessSize, compressed * MaximumRatio);
        private readonly byte[] buffer = new byte[BufferLength];
        private long used;

        public void Copy(Stream source, Stream target)
        {
            for (var length = source.Read(buffer); length > 0; length = source.Read(buffer))
            {
                cancellation.ThrowIfCancellationRequested();
                used += length;
                if (used > limit)
                    throw new InvalidDataException($"it unpacks to more than {MaximumRatio} times its size");
                target.Write(buffer.AsSpan(0, length));
            }
        }
    }
}
