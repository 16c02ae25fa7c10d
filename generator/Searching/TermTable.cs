namespace Fachinfo.Searching;

/// <summary>Gives each different term a number from 0; terms lie one after the other in one array of bytes.</summary>
internal sealed class TermTable
{
    private byte[] bytes = new byte[64 * 1024];
    private int[] starts = new int[4096];
    private uint[] hashes = new uint[4096];
    private int[] slots = new int[16 * 1024];
    private int used;

    public int Count { get; private set; }

    /// <summary>Gets the number of bytes of all terms.</summary>
    public int Size => used;

    public ReadOnlySpan<byte> this[int number] => bytes.AsSpan(starts[number], starts[number + 1] - starts[number]);

    /// <summary>Returns the number of a term, a new one if it was not known.</summary>
    public int Add(ReadOnlySpan<byte> term)
    {
        var hash = Hash(term);
        var slot = SlotOf(term, hash);
        return slots[slot] > 0 ? slots[slot] - 1 : Insert(term, hash, slot);
    }

    /// <summary>Returns the number of a term, or -1.</summary>
    public int Find(ReadOnlySpan<byte> term) => slots[SlotOf(term, Hash(term))] - 1;

    /// <summary>Returns the number of all terms in the order of their bytes.</summary>
    public int[] Sorted()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        order.AsSpan().Sort((left, right) => this[left].SequenceCompareTo(this[right]));
        return order;
    }

    /// <summary>FNV-1a with a last mix, since the slots are a power of two.</summary>
    private static uint Hash(ReadOnlySpan<byte> term)
    {
        var hash = 2166136261u;
        foreach (var letter in term)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }

    private int SlotOf(ReadOnlySpan<byte> term, uint hash)
    {
        var mask = slots.Length - 1;
        var slot = (int)(hash & mask);
        while (slots[slot] > 0 && (hashes[slots[slot] - 1] != hash || !this[slots[slot] - 1].SequenceEqual(term)))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private int Insert(ReadOnlySpan<byte> term, uint hash, int slot)
    {
        if (used + term.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, used + term.Length));
        }

        if (Count + 2 > starts.Length)
        {
            Array.Resize(ref starts, 2 * starts.Length);
            Array.Resize(ref hashes, 2 * hashes.Length);
        }

        term.CopyTo(bytes.AsSpan(used));
        used += term.Length;
        hashes[Count] = hash;
        starts[Count + 1] = used;
        slots[slot] = ++Count;
        if (2 * Count > slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        slots = new int[2 * slots.Length];
        var mask = slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)(hashes[number] & mask);
            while (slots[slot] > 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = number + 1;
        }
    }
}
