using System.Buffers.Binary;
using Graph.Fuzz.Inputs;

namespace Graph.Fuzz.Mutation;

/// <summary>
/// Damages the files of a stored graph as disks, copies and people do: bits, numbers, pages, ends, whole files, and values of the manifest.
/// Some of what comes of it is sealed anew, so that lengths and checksums hold and only what is read can tell.
/// </summary>
internal sealed class StoredGraphDamage(Random random)
{
    private const int Page = 4096;
    private const int MostSteps = 3;
    private static readonly int[] Numbers = [0, 1, -1, 2, 127, 255, 256, 65535, 65536, 1 << 24, int.MaxValue, int.MinValue,
        int.MaxValue - 1];

    public FuzzInput Change(FuzzInput graph)
    {
        var files = graph.Files.ToDictionary(file => file.Name, file => file.Bytes, StringComparer.Ordinal);
        for (var i = 0; i < MostSteps && (i == 0 || random.Next(3) == 0); i++)
            Damage(files);
        if (random.Next(3) == 0)
            new StoredManifest(random).Seal(files);
        return new FuzzInput(
            [.. files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new FuzzFile(file.Key, file.Value))]);
    }

    private void Damage(Dictionary<string, byte[]> files)
    {
        var segments = files.Keys.Where(name => name != StoredManifest.Name).Order(StringComparer.Ordinal).ToArray();
        switch (random.Next(10))
        {
            case 0 or 1 when files.ContainsKey(StoredManifest.Name):
                new StoredManifest(random).Edit(files);
                break;
            case 2 when files.TryGetValue(StoredManifest.Name, out var manifest):
                files[StoredManifest.Name] = new ByteMutation(random).Change(manifest);
                break;
            case 3 when segments.Length > 1:
                var (one, other) = (segments[random.Next(segments.Length)], segments[random.Next(segments.Length)]);
                (files[one], files[other]) = (files[other], files[one]);
                break;
            case 4 when random.Next(4) == 0:
                files.Remove(files.Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(files.Count)));
                break;
            default:
                if (segments.Length > 0 && segments[random.Next(segments.Length)] is var name)
                    files[name] = ChangeSegment(files[name], files[segments[random.Next(segments.Length)]]);
                break;
        }
    }

    private byte[] ChangeSegment(byte[] bytes, byte[] donor)
    {
        if (bytes.Length < sizeof(int))
            return donor;
        var changed = (byte[])bytes.Clone();
        var start = random.Next(changed.Length);
        switch (random.Next(9))
        {
            case 0:
                changed[start] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                changed[start] = (byte)random.Next(256);
                break;
            case 2 or 3 or 4:
                var place = changed.AsSpan(random.Next(changed.Length / sizeof(int)) * sizeof(int));
                BinaryPrimitives.WriteInt32LittleEndian(place, ChangeNumber(BinaryPrimitives.ReadInt32LittleEndian(place)));
                break;
            case 5:
                PageOf(changed, start).Clear();
                break;
            case 6:
                var part = PageOf(donor, random.Next(donor.Length));
                part[..Math.Min(part.Length, changed.Length - start)].CopyTo(changed.AsSpan(start));
                break;
            case 7:
                changed.AsSpan(start).Fill(random.Next(2) == 0 ? byte.MaxValue : (byte)0x7F);
                break;
            default:
                return random.Next(2) == 0 ? changed[..start] : [.. changed, .. changed[..Math.Min(changed.Length, start + 1)]];
        }

        return changed;
    }

    private int ChangeNumber(int number) => random.Next(4) switch
    {
        0 => number + 1,
        1 => number - 1,
        2 => random.Next(),
        _ => Numbers[random.Next(Numbers.Length)],
    };

    private static Span<byte> PageOf(byte[] bytes, int index)
    {
        var start = index / Page * Page;
        return bytes.AsSpan(start, Math.Min(Page, bytes.Length - start));
    }
}
