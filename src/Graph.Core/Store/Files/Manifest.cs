using System.IO.Hashing;
using System.Text;
using System.Text.Json;

namespace Graph.Core;

/// <summary>
/// The file that makes a folder a graph: JSON whose first property is the checksum (XXH128) of what follows it, so that a manifest is
/// known to be whole whenever it is read.
/// </summary>
internal sealed class Manifest : IDisposable
{
    private const int ChecksumDigits = 32;

    private readonly JsonDocument document;

    private Manifest(string folder, JsonDocument document)
    {
        Folder = folder;
        this.document = document;
        Segments = [.. Root.GetProperty("segments").EnumerateArray().Select(ReadSegment)];
    }

    public string Folder { get; }

    public JsonElement Root => document.RootElement;

    public ImmutableArray<SegmentInfo> Segments { get; }

    private static ReadOnlySpan<byte> Head => "{\"checksum\":\""u8;

    /// <exception cref="GraphFileException">There is none, or it is no manifest, damaged, or of another version.</exception>
    public static Manifest Read(string folder)
    {
        var path = Path.Combine(folder, GraphFile.ManifestName);
        var content = ReadFile(folder, path);
        if (!content.AsSpan().StartsWith(Head))
            throw new GraphFileException(path, "is not the manifest of a graph");
        try
        {
            var document = JsonDocument.Parse(content);
            if (document.RootElement.GetProperty("format").GetString() != GraphFile.FormatName)
                throw new GraphFileException(path, "is not the manifest of a graph");
            RequireVersion(path, document.RootElement.GetProperty("version").GetInt32());
            RequireChecksum(path, content);
            return new Manifest(folder, document);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            throw new GraphFileException(path, "is damaged; build the graph again", exception);
        }
    }

    /// <summary>Puts the checksum in front of an object.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> json)
    {
        var rest = json[1..];
        return [.. Head, .. Encoding.ASCII.GetBytes(Hash(rest)), .. "\","u8, .. rest];
    }

    public void Dispose() => document.Dispose();

    private static byte[] ReadFile(string folder, string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException || File.Exists(folder))
        {
            throw new GraphFileException(folder, DescribeOther(folder), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GraphFileException(path, $"cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>What stands where a graph was looked for, and what to do with it.</summary>
    private static string DescribeOther(string path)
    {
        const string Remedy = "'graph build' makes a stored graph of annotated files, and Load reads them without one";
        if (File.Exists(path))
            return $"is a file, and a stored graph is a folder; {Remedy}";
        if (!Directory.Exists(path))
            return "is not there";
        if (!Directory.EnumerateFileSystemEntries(path).Any())
            return $"is an empty folder and no stored graph; {Remedy}";
        return GraphFolder.FindOther(path) is { } other
            ? $"is a folder with '{other}' and no stored graph; {Remedy}"
            : $"is not a graph: it has no {GraphFile.ManifestName}, as when it was not written to its end; build it again";
    }

    private static void RequireVersion(string path, int version)
    {
        if (version != GraphFile.FormatVersion)
            throw new GraphFileException(
                path, $"has format version {version}, and this program reads version {GraphFile.FormatVersion}; build the graph again");
    }

    private static void RequireChecksum(string path, byte[] content)
    {
        var start = Head.Length + ChecksumDigits + "\",".Length;
        if (content.Length < start)
            throw new GraphFileException(path, "is damaged; build the graph again");

        var stated = content.AsSpan(Head.Length, ChecksumDigits);
        var rest = content.AsSpan(start);
        if (!stated.SequenceEqual(Encoding.ASCII.GetBytes(Hash(rest))))
            throw new GraphFileException(path, "is damaged; build the graph again");
    }

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(XxHash128.Hash(content));

    /// <exception cref="FormatException">The name is no name of a file in the folder, or something is missing.</exception>
    private static SegmentInfo ReadSegment(JsonElement element)
    {
        var (name, checksum) = (element.GetProperty("name").GetString(), element.GetProperty("checksum").GetString());
        if (string.IsNullOrEmpty(name) || checksum is null || name is "." or ".." || name.AsSpan().ContainsAny('/', '\\', '\0'))
            throw new FormatException("A segment has no name of a file.");
        return new SegmentInfo(name, element.GetProperty("length").GetInt64(), checksum);
    }
}
