"""Words in the headings of tables, in Vietnamese and English: one readable table.

Each entry names what a column so headed holds, how decisive its words are, and the words, without
tone marks; a star stands for any ending, a question mark for any figure. Where a column may hold
several things (“deadline/status”) the first is meant unless the cells below show another.
"""

DECISIVE, CLEAR, LOOSE = 3, 2, 1

NUMBER_HEADS = """
    # | action item no | id | item | ma chi so | ma kpi | ma nhom | milestone no | muc |
    nhiem vu so | no | nos | nr | number | objective no | order | project no | rec no |
    recommendation no | row | so muc | s no | s. no | s.n | s.no | s/n | s/no | ser | ser no | serial |
    serial no | serial number | sl no | sl. no | sn | so | so nhiem vu | so tt |
    so tt nhiem vu | sr no | sr. no | step no | stt | stt nhiem vu | stt so | sub no |
    target no | thu tu | tt | tt nhiem vu
"""

HEADINGS: tuple[tuple[str, int, str], ...] = (
    (
        "coordinators",
        DECISIVE,
        """
        phoi hop* | phoi ket hop* | ket hop voi |
        coordinat* | co-implement* | co-lead* | participating* | contributing* |
        supporting | support | supported by | collaborat* | co-operat* |
        cooperat* | co-ordinat* | partner* |
        stakeholder* | co quan lien quan | don vi lien quan | cac ben lien quan | ho tro | tham gia |
        cung thuc hien | key actors | other actors | involved | other agencies | other departments |
        helping | helped by | helper* | assisted by | aided by | backed by | joint | jointly |
        assisting | contributing | secondary | co-lead* | participating | consult* |
        cac ben tham gia | with | don vi ho tro | thanh phan tham gia | ben lien quan | contributor* |
        associated | co-responsible | secondary responsibility | working with | key players |
        convergence | in consultation with | other responsible | joint agencies | cong tac vien |
        co quan cung thuc hien | don vi cung thuc hien | collaborators
        """,
    ),
    (
        "leads",
        DECISIVE,
        """
        chu tri* | dau moi | phu trach | tham muu | chiu trach nhiem | theo doi* | giam sat | lead |
        body report* | agency report* | entity report* | institution report* | office report* |
        data provider* | data custodian* | custodian* | don vi bao cao | co quan bao cao |
        leads | leading | lead by | led by | leader* | owner* | owned by | responsib* | accountab* |
        presiding | in charge | implementing | implementer* | executing | executor* | assigned to |
        assignee* | delivered by | delivery body | delivery agency | monitored by |
        monitoring agency | focal point* | who | by whom | actor* | custodian* | champion* |
        thuong truc | soan thao | chu quan | chu dau tu | nguoi dung dau | nodal |
        primary responsibility | opr | led | chair | convenor | convener | answerable | head agency |
        dam nhiem | dam nhan | dam trach | lam chinh | thuc hien chinh | ai lam | ai thuc hien |
        main agency | task owner | dau moi thuc hien | nhan nhiem vu | tiep nhan
        """,
    ),
    (
        "leads",
        CLEAR,
        """
        co quan thuc hien | don vi thuc hien | co quan trien khai | don vi trien khai | trach nhiem* |
        phan cong* | co quan | don vi duoc giao | nguoi thuc hien | to chuc thuc hien | cac don vi |
        don vi chinh | agency | agencies | department* | ministry | ministries | body | bodies |
        organi?ation* | institution* | entity | entities | office in charge | thuc hien boi |
        co quan, don vi | don vi, dia phuong | bo, nganh* | to chuc | dia phuong | bo phan |
        phong ban | concerned | unit responsible | office | offices | bureau | division |
        sector agency | government body | duty bearer*
        """,
    ),
    (
        "note",
        DECISIVE,
        """
        ghi chu* | note | notes | remark* | comment* | chu thich | luu y | target group* | beneficiar* |
        nhom doi tuong* | doi tuong* | nguoi thu huong* | nguoi huong loi* | recipient* | users served
        """,
    ),
    (
        "other",
        DECISIVE,
        """
        kinh phi* | ngan sach* | nguon luc* | nguon von | du toan | von | budget* | cost* | funding |
        funds | financ* | resource* | contact* | lien he | can bo* | chuyen vien | dien thoai |
        email | risk* | rui ro | uu tien | muc do uu tien | priority level | dia ban* | dia diem |
        location* | phan loai | loai | type | category | sdg* | assumption* | gender |
        don vi tien te | ma ngan sach | tham quyen* | cap trinh | cap phe duyet | cap ban hanh |
        co quan ban hanh | nguoi ky | lanh dao chi dao | lanh dao phu trach | start date |
        start year | thoi gian bat dau | ngay bat dau | thoi diem bat dau | bat dau | commencement* |
        weight* | trong so | ty trong | quy mo | investment | expenditure | frequency of reporting |
        nguon trich* | nguon kiem chung* | nguon xac minh* | nguon thong tin* | co so kiem chung* |
        co so xac minh* | source of figures | source of the figures | source of data | source of information |
        where the figures come from | data source* | nguon so lieu | nguon du lieu | phuong phap* |
        cach tinh | definition* |
        dinh nghia | co quan cong bo | additional information | more information | rationale |
        justification | evidence base | so tien* | money
        """,
    ),
    (
        "serves",
        DECISIVE,
        """
        cap tren | theo van ban* | van ban giao | van ban chi dao | nhiem vu theo | nhiem vu tai |
        nguon nhiem vu | nguon giao* | can cu* | co so phap ly | trung uong | tham chieu* |
        doi chieu | phuc vu* | thuoc nghi quyet | tuong ung* | lien ket | source of | source |
        legal basis | mandate | derived from | parent* | serves | contributes to | contribution to |
        linked to | link to | linkage* | alignment* | aligned* | reference to | corresponding |
        related | related * action | related policy | policy reference | higher-level* |
        higher level* | theo nghi quyet* | nghi quyet so* | nhiem vu cua nghi quyet | nhiem vu goc |
        upstream* | so thu tu nhiem vu tai* | thuc hien nhiem vu so | policy link | strategic link |
        supports goal | contributes | higher plan | national plan reference | goal reference |
        nhiem vu cap tren | nhiem vu trung uong | ma nhiem vu trung uong | dan chieu* |
        van ban lien quan | noi dung nghi quyet | dieu khoan | cross-reference* | cross reference*
        """,
    ),
    (
        "status",
        DECISIVE,
        """
        tinh trang* | trang thai* | status | rag | rag rating | muc do hoan thanh |
        tinh trang thuc hien | tinh hinh hoan thanh | progress rating | rating |
        state of play | state of progress | state of work | state of implementation | current status |
        trang thai hien tai
        """,
    ),
    (
        "result/output",
        DECISIVE,
        """
        ket qua thuc hien* | ket qua dat duoc | ket qua trien khai* | ket qua den* | evidence* | minh chung |
        proof | bang chung
        """,
    ),
    (
        "result",
        DECISIVE,
        """
        ket qua da | progress* | achievement* | achieved | tinh hinh* | update | updates | latest update |
        da thuc hien | accomplish* | work done | actual result* | reported |
        thuc hien den nay | ket qua den nay | ket qua dat duoc den nay | results to date |
        result to date | outturn | actions taken | action taken | work completed | delivered to date
        """,
    ),
    (
        "deadline/status/result",
        DECISIVE,
        """
        tien do*
        """,
    ),
    (
        "deadline",
        DECISIVE,
        """
        thoi gian* | thoi han* | thoi diem* | han hoan thanh | han chot | han xong | han nop |
        han bao cao | han | hoan thanh truoc | ngay hoan thanh | thoi gian trinh | thang trinh |
        nam hoan thanh | thoi ky | giai doan thuc hien | ky han | deadline* | time | timing |
        timeline* | time-line* | timeframe* | time frame* | time-frame* | timescale* | time scale* |
        timetable* | schedul* | due | due date* | due by | target date* | completion* | complete by |
        completed by | end date | finish* | delivery date | delivered by when | by when | when |
        date | dates | period | implementation period | target year | year of completion |
        expected date | duration | quarter | date of completion | time of completion | khi nao |
        han dinh | han cuoi | ngay den han | thoi gian du kien | nam thuc hien |
        ngay ket thuc | thoi gian ket thuc | ket thuc | to be completed by | completion by |
        expected timing | target completion | delivery timeframe | delivery timeline | horizon |
        finish date | timelines | tien do hoan thanh | moc thoi gian | thoi gian, tien do |
        target month* | completion month* | due month* | delivery month* | month due | month of completion |
        target quarter* | completion quarter* | due quarter* | delivery quarter* | quarter due | week due |
        done by | to be done by | finished by | ready by | needed by |
        planned completion | date due | expected delivery | delivery
        """,
    ),
    (
        "deadline/output",
        CLEAR,
        """
        lo trinh* | moc* | hoan thanh | giai doan
        """,
    ),
    (
        "baseline",
        DECISIVE,
        """
        hien trang* | nam goc | nam co so | gia tri goc | so goc | muc goc | ky goc | thuc trang* |
        so lieu goc | xuat phat diem | thuc hien nam | uoc thuc hien* | th nam | th 20?? |
        muc dat nam | muc dat duoc | dat duoc 20?? |
        so thuc hien | kq nam | ket qua nam 20?? | uoc nam | thuc hien 20?? |
        uoc th* | nam 20?? (th | dat duoc nam | baseline* | base year | base line | current value |
        current level | current position | starting point | starting value | latest value |
        latest available | latest figure | actual | actuals | actual 20?? | status in 20?? |
        so nen* | so goc* | so lieu nen* | xuat phat diem* | diem xuat phat* | muc xuat phat* |
        value at the start | level at the start | at the start | at the outset | initial value* |
        initial level* |
        start value | start level | opening value* | opening level* |
        gia tri hien tai | muc hien tai | hien nay | hien tai | present level | reference value |
        reference year | benchmark* | so lieu nam | so lieu hien tai | where we are now |
        latest data | most recent | position in 20?? | as of | gia tri nen | nam nen | muc nen |
        value in 20?? | uoc dat | ket qua nam truoc | previous year | last year
        """,
    ),
    (
        "unit",
        DECISIVE,
        """
        don vi tinh* | dvt | dv tinh | d.v.t | don vi do* | don vi (do* | unit | units | unit of* |
        uom | measurement unit | thu nguyen | don vi tinh toan | measure unit | dv | unit measure |
        unit in use | tinh theo | don vi cua |
        do bang | do theo | dem theo | tinh theo | dem bang | counted in | counted by | reckoned in |
        unit used | measured in | expressed in | tinh bang | tinh theo don vi
        """,
    ),
    (
        "unit/leads",
        CLEAR,
        """
        don vi
        """,
    ),
    (
        "target/theme",
        CLEAR,
        """
        muc tieu* | cac muc tieu | muc phan dau | phan dau* | gia tri* | can dat | muc dat |
        ke hoach giao | target | targets | targeted | projected | projection* | planned |
        planned value* | aspiration* | ambition* | forecast* | du kien dat | ke hoach nam | value |
        values | goal value | target value* | muc can dat | chi tieu giao | chi tieu ke hoach |
        where we want to be | end target | end-term target | mid-term target | final target |
        desired value | overall target | yeu cau dat | muc phai dat | annual target* |
        phai dat | planned target* | goal for* | goals for* | goal by* | level to be reached* | to reach by* |
        to achieve by*
        """,
    ),
    (
        "title/target",
        CLEAR,
        """
        chi tieu* | chi so | chi so danh gia
        """,
    ),
    (
        "title",
        DECISIVE,
        """
        muc tieu, chi tieu* | chi tieu, muc tieu* | muc tieu/chi tieu* | ten muc tieu |
        noi dung chi tieu | noi dung muc tieu
        """,
    ),
    (
        "output",
        CLEAR,
        """
        what you will see | what you will get | ket qua phai |
        san pham* | dau ra* | ket qua du kien | ket qua dau ra | san pham du kien | ket qua can dat |
        ket qua phai dat | ket qua mong doi | ket qua hoan thanh | ket qua cu the |
        hinh thuc van ban | hinh thuc san pham | output* | deliverable* | result | results |
        outcome* | product | products | expected result* | evidence of completion |
        means of verification | milestone* | success measure* | measure* of success |
        success criteri* | verifiable* | what will be delivered | what we will deliver |
        what will be produced | what will be done by then | key deliverable* | expected output* |
        expected product* |
        anticipated* | san pham, ket qua | end product* | form of document | san pham giao nop |
        hinh thuc ket qua | loai san pham | ten san pham | yeu cau san pham | ho so | ket qua cong viec |
        ket qua cuoi cung | success indicator* | evidence of success | what success looks like |
        how we will know | target output* | key result* | results expected | tangible output* |
        end result*
        """,
    ),
    (
        "status",
        LOOSE,
        "danh gia*",
    ),
    (
        "output/result",
        LOOSE,
        """
        ket qua*
        """,
    ),
    (
        "theme",
        CLEAR,
        """
        nhom nhiem vu* | nhom giai phap | nhom | linh vuc* | tru cot* | chu de | mang | chuong |
        theme* | pillar* | objective* | strategic objective* | goal | goals | focus area* |
        strategic area* | thematic* | strand* | workstream* | work stream* | cluster* | component* |
        section | chapter | key result area* | priority area* | strategic priority | priority |
        priorities | domain | area | dimension | strategic goal* | strategic direction |
        strategic thrust* | thrust* | trong tam | dinh huong | chuyen de | hop phan | noi dung lon |
        nhom chi tieu | nhom noi dung | nhom cong viec | key area* | outcome area* | policy area* |
        action area* | aim | aims | mission | result area*
        """,
    ),
    (
        "title",
        CLEAR,
        """
        nhiem vu* | cong viec* | giai phap* | hoat dong* | viec can lam | dau viec |
        noi dung cong viec* | task | tasks | action | actions | activit* | initiative* |
        intervention* | measure | measures | commitment* | project | projects | key action* |
        action item* | step | steps | action point* | recommendation* | de an | du an |
        noi dung nhiem vu | policy action* | policy measure* | reform* | what | strategy |
        strategies | programme* | program | programs | noi dung trien khai | noi dung thuc hien |
        noi dung hoat dong | viec phai lam | cong viec cu the | hang muc | bien phap | key steps |
        specific action* | proposed action* | policy response* | delivery action* | what we will do |
        sub-activit* | sub-action* | deliverable action* | undertaking* | duties | duty |
        obligation* | assignment* | requirement* | cach lam | phan viec | dau muc cong viec |
        ten nhiem vu | ten cong viec | ten hoat dong
        """,
    ),
    (
        "title",
        CLEAR,
        """
        indicator | indicators | kpi | kpis | metric | metrics | key performance indicator* |
        performance indicator* | performance measure* | ten chi tieu | ten chi so
        """,
    ),
    (
        "title/output",
        LOOSE,
        """
        noi dung* | mo ta* | chi tiet | description* | content* | detail* | item | items | ten |
        name | title
        """,
    ),
)
